import { type Catalog, defineCatalog } from "tencent-error-kit/core";
import { row } from "./row.js";

/**
 * Codes of WeCom, which writes failures as WeChat does, with other meanings: told by its host, or by a path of your server.
 * @see https://static.kancloud.cn/dabashan/qiwei/2376083 (a copy of the vendor's page: -1, 40001, 40014)
 */
export const wecom: Catalog = defineCatalog({
  name: "wecom",
  dialects: ["wechat"],
  hosts: ["qyapi.weixin.qq.com"],
  paths: ["/api/wecom"],
  rows: [
    row(-1, "SYSTEM_BUSY", "busy"),
    row(40001, "SECRET_INVALID", "secret", ["secret"]),
    row(40014, "TOKEN_INVALID", "signIn"),
    // not verified
    row(42007, "PRE_AUTH_CODE_EXPIRED", "request", ["pre_auth_code"]),
  ],
});
