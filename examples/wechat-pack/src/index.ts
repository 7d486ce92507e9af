export { wechat } from "./wechat.js";
export { wecom } from "./wecom.js";
export { wechatReauth, type WechatReauthOptions } from "./wechatReauth.js";
export { wechatSandbox, type WechatSandbox } from "./sandbox.js";
