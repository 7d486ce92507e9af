export { createTencentErrorClient } from "./client/createTencentErrorClient.js";
export type { TencentErrorClient, TencentErrorClientOptions } from "./client/TencentErrorClient.js";
export { defineCatalog } from "./core/defineCatalog.js";
export { diagnose, type DiagnoseOptions } from "./core/diagnose.js";
export { extendCatalog } from "./core/extendCatalog.js";
export { isFailure } from "./core/isFailure.js";
export { matchLocale } from "./core/matchLocale.js";
export { redact } from "./core/redact.js";
export { reportedCatalog } from "./core/reportedCatalog.js";
export { resolve } from "./core/resolve.js";
export { tencentCatalog } from "./core/tencentCatalog.js";
export { TencentError } from "./core/TencentError.js";
export { ticketDraft, type TicketContext } from "./core/ticketDraft.js";
export { unwrap } from "./core/unwrap.js";
export type { Catalog, Category, CodeRow, Fixer, Remedy, RetryRule } from "./model/CodeRow.js";
export type { Diagnosis, TencentCall, TencentFailure } from "./model/Diagnosis.js";
export type { KitEvent, KitEventType } from "./model/KitEvent.js";
export type { DeveloperWords, Locale, Plural, UserLocale, UserWords, Words } from "./model/Locale.js";
export type { MessageId, Messages, Translate } from "./model/MessageId.js";
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
