export type { GuardOptions } from "./client/createGuard.js";
export { createTencentFetch, type GuardedFetch } from "./integrations/createTencentFetch.js";
export { tencentFetch } from "./integrations/tencentFetch.js";
