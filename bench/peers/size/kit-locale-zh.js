// @bench group=kit label="tencent-error-kit/locales/zh-CN, the words for users"
export { user } from "tencent-error-kit/locales/zh-CN";
