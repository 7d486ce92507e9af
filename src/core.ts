export { createTencentErrorClient } from "./client/createTencentErrorClient.js";
export type { TencentErrorClient, TencentErrorClientOptions } from "./client/TencentErrorClient.js";
export { defineCatalog, extendCatalog } from "./diagnose/defineCatalog.js";
export { diagnose, type DiagnoseOptions } from "./diagnose/diagnose.js";
export { isFailure, unwrap } from "./diagnose/unwrap.js";
export { matchLocale } from "./i18n/matchLocale.js";
export { redact } from "./privacy/redact.js";
export { reportedCatalog } from "./catalog/reportedCatalog.js";
export { resolve } from "./i18n/resolve.js";
export { tencentCatalog } from "./catalog/tencentCatalog.js";
export { TencentError } from "./diagnose/TencentError.js";
export { ticketDraft, type TicketContext } from "./support/ticketDraft.js";
export type { Catalog, Category, CodeRow, Fixer, Remedy, RetryRule } from "./model/CodeRow.js";
export type { Diagnosis, TencentCall, TencentFailure } from "./model/Diagnosis.js";
export type { KitEvent, KitEventType } from "./model/KitEvent.js";
export type { DeveloperWords, Locale, Plural, UserLocale, UserWords, Words } from "./i18n/Locale.js";
export type { MessageId, Messages, Translate } from "./i18n/MessageId.js";
export type { ActionKind, Audience, Message, Step } from "./model/Message.js";
export type {
  FailureReason,
  ReauthFlow,
  ReauthOutcome,
  ReauthProgress,
  ReauthRequest,
  ReauthRun,
  ReauthStatus,
} from "./model/ReauthFlow.js";
export type { SupportDesk, TicketDraft } from "./model/TicketDraft.js";
