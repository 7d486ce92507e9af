export type { TencentMeta } from "./client/TencentMeta.js";
export { attachTencentErrors } from "./integrations/attachTencentErrors.js";
export { joinNotifications } from "./integrations/joinNotifications.js";
export { tencentQueryDefaults, type TencentQueryDefaults } from "./integrations/tencentQueryDefaults.js";
export { tencentRetry } from "./integrations/tencentRetry.js";
export { tencentRetryDelay } from "./integrations/tencentRetryDelay.js";
export { tencentThrowOnError } from "./integrations/tencentThrowOnError.js";
