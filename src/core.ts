export { reportedCatalog } from "./catalog/reportedCatalog.js";
export { createTencentErrorClient } from "./client/createTencentErrorClient.js";
export type { CallOptions, TrackedCall } from "./client/TrackedCall.js";
export type { Guard, GuardOptions } from "./client/TrackedCall.js";
export type { Reauth } from "./client/Reauth.js";
export type { FailedOptions, TencentErrorClient, Unsent } from "./client/TencentErrorClient.js";
export { defineCatalog, extendCatalog } from "./diagnose/defineCatalog.js";
export { diagnose, type DiagnoseOptions, isFailure } from "./diagnose/diagnose.js";
export { unwrap } from "./diagnose/unwrap.js";
export { matchLocale } from "./i18n/matchLocale.js";
export { redact } from "./privacy/redact.js";
export { resolve } from "./i18n/resolve.js";
export { tencentCatalog } from "./catalog/tencentCatalog.js";
export { TencentError, type TencentErrorJSON } from "./diagnose/TencentError.js";
export { ticketDraft, type TicketContext } from "./support/ticketDraft.js";
export type {
  Catalog,
  CatalogOf,
  ClaimedCall,
  LoadPackLanguage,
  Pack,
  PackDialect,
  PackLanguage,
  ResponseLike,
  Spelling,
  TencentCall,
} from "./model/Catalog.js";
export type {
  Category,
  CodeRow,
  Diagnosis,
  DialectName,
  Fixer,
  Remedy,
  RetryRule,
  RowWords,
  TencentFailure,
} from "./model/Diagnosis.js";
export type { KitEvent, KitEventType, KitListener } from "./model/KitEvent.js";
export type { TableCode } from "./catalog/tableCodes.js";
export type { FirstLabel, Labels, Plural, PromptState } from "./i18n/Labels.js";
export type {
  DeveloperWords,
  FetchedWords,
  FirstWords,
  LaterWords,
  Locale,
  UserLocale,
  UserWords,
  Words,
} from "./i18n/Locale.js";
export type { MessageId, Messages, Translate } from "./i18n/customMessages.js";
export type { ActionKind, Audience, Message, Step } from "./model/Message.js";
export type {
  FlowFor,
  ReauthFlow,
  ReauthOutcome,
  ReauthProgress,
  ReauthRequest,
  ReauthRun,
  Renew,
  Renewed,
  SecurityRefusal,
} from "./model/ReauthFlow.js";
export type {
  AccountChange,
  AccountName,
  Begun,
  FailureReason,
  Provider,
  ReauthSnapshot,
  ReauthStatus,
  ReplayRule,
} from "./model/ReauthSnapshot.js";
export type { SupportDesk, TicketDraft } from "./model/TicketDraft.js";
export type { AppState, ExchangeResult, Grant, ReauthOptions } from "./oauth/ReauthOptions.js";
export type { FailureGroup, FailureStore } from "./client/FailureGroup.js";
export type { Limits, TencentErrorClientOptions } from "./client/ClientOptions.js";
