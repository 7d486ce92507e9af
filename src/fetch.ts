export type { GuardOptions } from "./client/TrackedCall.js";
export { createTencentFetch, type GuardedFetch, tencentFetch } from "./integrations/fetch/tencentFetch.js";
export type { FetchInit, FetchInput } from "./integrations/fetch/request.js";
