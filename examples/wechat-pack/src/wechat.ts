import { type Catalog, defineCatalog } from "tencent-error-kit/core";
import { row } from "./row.js";

/**
 * Codes of WeChat's official accounts and sign-in that reach a web page.
 * @see https://developers.weixin.qq.com/doc/offiaccount/en/Getting_Started/Global_Return_Code.html
 * @see https://open.wechat.com/cgi-bin/newreadtemplate?t=overseas_open/docs/oa/basic-info/return-codes
 */
export const wechat: Catalog = defineCatalog({
  name: "wechat",
  dialects: ["wechat"],
  hosts: ["api.weixin.qq.com", "api2.weixin.qq.com", "sh.api.weixin.qq.com"],
  paths: ["/api/wechat"],
  rows: [
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
    row(40048, "URL_INVALID", "request", ["url"]),
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
    row(43004, "NOT_A_FOLLOWER", "follow"),
    // not verified: known from developers' reports, on none of the pages above as far as they could be read
    row(40125, "SECRET_INVALID", "secret", ["secret"]),
    row(40163, "CODE_USED", "signIn"),
    row(42007, "AUTHORIZE_AGAIN", "signIn"),
    row(45011, "CALLED_TOO_OFTEN", "tooMany"),
    row(48001, "API_NOT_GRANTED", "permission"),
  ],
  words: {
    en: async () => import("./words/en.js"),
    "zh-CN": async () => import("./words/zh-CN.js"),
  },
});
