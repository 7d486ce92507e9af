// @bench group=visible label="tencent-error-kit: attachTencentErrors, region and prompt"
export { storm as create } from "../../lib/kit.jsx";
