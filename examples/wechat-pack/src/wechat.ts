import { type Catalog, type CodeRow, defineCatalog } from "tencent-error-kit/core";
import { row } from "./row.js";

/**
 * @see https://developers.weixin.qq.com/doc/offiaccount/en/Getting_Started/Global_Return_Code.html
 * @see https://open.wechat.com/cgi-bin/newreadtemplate?t=overseas_open/docs/oa/basic-info/return-codes
 */
const ofSignIn: readonly CodeRow[] = [
  row(-1, "SYSTEM_BUSY", "busy"),
  row(40001, "CREDENTIAL_INVALID", "signIn"),
  row(40002, "GRANT_TYPE_INVALID", "request", ["grant_type"]),
  row(40003, "OPENID_INVALID", "request", ["openid"]),
  row(40013, "APPID_INVALID", "secret", ["appid"]),
  row(40014, "TOKEN_INVALID", "signIn"),
  row(40029, "CODE_INVALID", "signIn"),
  row(40030, "REFRESH_TOKEN_INVALID", "signIn"),
  row(40035, "PARAMETER_INVALID", "request"),
  row(40038, "FORMAT_INVALID", "request"),
  row(40048, "URL_DOMAIN_INVALID", "request", ["url"]),
  row(41001, "TOKEN_MISSING", "request", ["access_token"]),
  row(41002, "APPID_MISSING", "request", ["appid"]),
  row(41003, "REFRESH_TOKEN_MISSING", "request", ["refresh_token"]),
  row(41004, "SECRET_MISSING", "secret", ["secret"]),
  row(41008, "CODE_MISSING", "request", ["code"]),
  row(41009, "OPENID_MISSING", "request", ["openid"]),
  row(42001, "TOKEN_EXPIRED", "signIn"),
  row(42002, "REFRESH_TOKEN_EXPIRED", "signIn"),
  row(42003, "CODE_EXPIRED", "signIn"),
  row(43001, "GET_REQUIRED", "request"),
  row(43002, "POST_REQUIRED", "request"),
  row(43003, "HTTPS_REQUIRED", "request"),
  row(43004, "NOT_A_FOLLOWER", "person"),
];

/** @see https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html */
const ofEachCall: readonly CodeRow[] = [
  row(40066, "URL_INVALID", "request", ["url"]),
  row(40164, "IP_NOT_ALLOWED", "address"),
  row(45002, "CONTENT_TOO_LONG", "request"),
  row(45009, "QUOTA_USED_UP", "quota"),
  row(45011, "CALLED_TOO_OFTEN", "tooMany"),
  row(48001, "API_NOT_GRANTED", "permission"),
  row(48004, "API_FORBIDDEN", "blocked"),
  row(50002, "USER_LIMITED", "blocked"),
  row(61004, "CLIENT_IP_NOT_REGISTERED", "address"),
  row(61007, "API_NOT_GRANTED_TO_COMPONENT", "permission"),
];

/** @see https://developers.weixin.qq.com/doc/store/API/basics/commErrCode.html */
const ofTheStore: readonly CodeRow[] = [
  row(44002, "BODY_EMPTY", "request"),
  row(45035, "CLIENT_IP_NOT_LISTED", "address"),
  row(47001, "BODY_UNREADABLE", "request"),
  row(50001, "USER_NOT_GRANTED", "signIn"),
];

/**
 * What a page sends along: texts, files, whom they are for. Not the vendor's page, but a list that names it:
 * @see https://github.com/xz-wtx/WxJava/blob/09100e6766b7b2bd774f6056a04747b1576700f0/weixin-java-common/src/main/java/me/chanjar/weixin/common/error/WxMpErrorMsgEnum.java
 */
const ofMessages: readonly CodeRow[] = [
  row(40005, "FILE_TYPE_INVALID", "request"),
  row(40006, "FILE_SIZE_INVALID", "request"),
  row(40007, "MEDIA_ID_INVALID", "request", ["media_id"]),
  row(40008, "MESSAGE_TYPE_INVALID", "request"),
  row(40009, "IMAGE_SIZE_INVALID", "request"),
  row(40033, "CHARACTERS_INVALID", "request"),
  row(40039, "URL_TOO_LONG", "request", ["url"]),
  row(40132, "WECHAT_ID_INVALID", "request"),
  row(40137, "IMAGE_FORMAT_UNSUPPORTED", "request"),
  row(41005, "MEDIA_MISSING", "request"),
  row(41006, "MEDIA_ID_MISSING", "request", ["media_id"]),
  // its other half is WeCom's: a pre_auth_code that has expired
  row(42007, "AUTHORIZE_AGAIN", "signIn"),
  row(43005, "NOT_A_FRIEND", "person"),
  row(43019, "USER_IS_BLOCKED", "person"),
  row(44001, "FILE_EMPTY", "request"),
  row(44004, "TEXT_EMPTY", "request"),
  row(45001, "FILE_TOO_LARGE", "request"),
  row(45015, "REPLY_TOO_LATE", "person"),
  row(45047, "TOO_MANY_MESSAGES", "tooMany"),
  row(46004, "USER_UNKNOWN", "request", ["openid"]),
  row(48002, "USER_REFUSES_MESSAGES", "person"),
  row(50005, "USER_DOES_NOT_FOLLOW", "person"),
  row(61450, "SYSTEM_ERROR", "busy"),
  row(61451, "PARAMETER_WRONG", "request"),
];

const ofReports: readonly CodeRow[] = [
  /** @see https://github.com/other-blowsnow/n8n-nodes-wechat-offiaccount/issues/2 */
  row(40125, "SECRET_INVALID", "secret", ["secret"]),
  // not verified: known from developers' reports, on none of the pages above as far as they could be read
  row(40163, "CODE_USED", "signIn"),
];

/** Codes of WeChat's official accounts and sign-in that reach a web page. */
export const wechat: Catalog = defineCatalog({
  name: "wechat",
  dialects: ["wechat"],
  hosts: ["api.weixin.qq.com", "api2.weixin.qq.com", "sh.api.weixin.qq.com"],
  paths: ["/api/wechat"],
  rows: [...ofSignIn, ...ofEachCall, ...ofTheStore, ...ofMessages, ...ofReports],
  words: {
    en: async () => import("./words/en.js"),
    "zh-CN": async () => import("./words/zh-CN.js"),
  },
});
