/** What each entry of `src` gives, by hand: a name that comes or goes is a decision, not an accident. Types not counted. */
// prettier-ignore
export const publicNames: Readonly<Record<string, readonly string[]>> = {
  "axios.ts": ["attachTencentAxios"],
  "callback.ts": ["handleCallback"],
  "core.ts": [
    "TencentError", "createTencentErrorClient", "defineCatalog", "diagnose", "extendCatalog", "isFailure", "matchLocale",
    "redact", "reportedCatalog", "resolve", "tencentCatalog", "ticketDraft", "unwrap",
  ],
  "devtools.ts": ["TencentErrorPanel", "tencentErrorDevtools"],
  "drawings.ts": ["Busy", "ClosedDoor", "Offline", "SignedOut", "drawingFor"],
  "fetch.ts": ["createTencentFetch", "tencentFetch"],
  "index.ts": ["ErrorNotice", "ErrorNoticeRegion", "ReauthPrompt", "TencentErrorProvider", "TicketDialog", "useReauth", "useTencentError"],
  "locales.ts": ["loadLocale", "localeTags"],
  "query.ts": ["attachTencentErrors", "joinNotifications", "tencentQueryDefaults", "tencentRetry", "tencentRetryDelay", "tencentThrowOnError"],
  "region.ts": ["ErrorNoticeRegion"],
  "session.ts": ["SessionBanner"],
  "swr.ts": ["tencentSwr"],
  "testing.ts": ["createSandbox", "fakeReauth", "pseudoLocale", "ready", "sandboxHandlers", "simulateCode", "wireBodies", "wireResponse"],
  "ticket.ts": ["TicketDialog"],
  "umi.ts": ["attachTencentUmi"],
};
