export { wechat } from "./wechat.js";
export { wecom } from "./wecom.js";
