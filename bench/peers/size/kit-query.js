// @bench group=kit label="tencent-error-kit/query, attachTencentErrors"
export { attachTencentErrors } from "tencent-error-kit/query";
