// @bench group=kit label="tencent-error-kit/locales/en, the words for users"
export { user } from "tencent-error-kit/locales/en";
