export { attachTencentErrors } from "./integrations/attachTencentErrors.js";
export { tencentRetry } from "./integrations/tencentRetry.js";
export { tencentRetryDelay } from "./integrations/tencentRetryDelay.js";
