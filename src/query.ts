export type { TencentMeta } from "./client/TencentMeta.js";
export { attachTencentErrors } from "./integrations/query/attachTencentErrors.js";
export { joinNotifications } from "./integrations/query/batchNotifications.js";
export {
  tencentQueryDefaults,
  type TencentQueryDefaults,
  tencentThrowOnError,
} from "./integrations/query/tencentQueryDefaults.js";
export { tencentRetry, tencentRetryDelay } from "./integrations/tencentRetry.js";
