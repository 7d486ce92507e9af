// @bench group=stack label="tencent-error-kit: everything a page needs, one language, CSS"
import "tencent-error-kit/styles.css";
export { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
export { createTencentErrorClient } from "tencent-error-kit/core";
export { popupReauth } from "tencent-error-kit/flows/popupReauth";
export { user } from "tencent-error-kit/locales/en";
export { attachTencentErrors } from "tencent-error-kit/query";
