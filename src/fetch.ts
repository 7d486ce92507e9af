export type { GuardOptions } from "./client/createGuard.js";
export { createTencentFetch, type GuardedFetch, tencentFetch } from "./integrations/fetch/tencentFetch.js";
