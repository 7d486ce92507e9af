/** What each door of `src` gives, by hand: a name that comes or goes is a decision, not an accident. Types not counted. */
// prettier-ignore
export const publicNames: Readonly<Record<string, readonly string[]>> = {
  "callback.ts": ["handleCallback"],
  "core.ts": [
    "TencentError", "createTencentErrorClient", "defineCatalog", "diagnose", "extendCatalog", "isFailure", "matchLocale",
    "redact", "reportedCatalog", "resolve", "tencentCatalog", "ticketDraft", "unwrap",
  ],
  "index.ts": ["ErrorNotice", "ErrorNoticeRegion", "ReauthPrompt", "TencentErrorProvider", "useReauth", "useTencentError"],
  "locales.ts": ["loadLocale", "localeTags"],
  "query.ts": ["attachTencentErrors", "joinNotifications", "tencentRetry", "tencentRetryDelay", "tencentThrowOnError"],
  "testing.ts": ["createSandbox", "fakeReauth", "wireResponse"],
};
