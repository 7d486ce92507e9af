import { type Catalog, type CodeRow, defineCatalog } from "tencent-error-kit/core";
import { row } from "./row.js";

/** @see https://static.kancloud.cn/dabashan/qiwei/2376083 (a copy of the vendor's page) */
const ofTheCopy: readonly CodeRow[] = [
  row(-1, "SYSTEM_BUSY", "busy"),
  row(40001, "SECRET_INVALID", "secret", ["secret"]),
  // the token is the company's, which the server fetches again: no person can
  row(40014, "TOKEN_INVALID", "secret", ["access_token"]),
];

/**
 * Not the vendor's page, but a list that names it (https://work.weixin.qq.com/api/doc/90000/90139/90313):
 * @see https://github.com/xz-wtx/WxJava/blob/4d014708211fe638bbd035348bb1b287a6f7250c/weixin-java-common/src/main/java/me/chanjar/weixin/common/error/WxCpErrorMsgEnum.java
 */
const ofTheList: readonly CodeRow[] = [
  row(40003, "USERID_INVALID", "request", ["userid"]),
  row(40004, "MEDIA_TYPE_INVALID", "request"),
  row(40006, "FILE_SIZE_INVALID", "request"),
  row(40007, "MEDIA_ID_INVALID", "request", ["media_id"]),
  row(40009, "IMAGE_SIZE_INVALID", "request"),
  row(40013, "CORPID_INVALID", "secret", ["corpid"]),
  row(40029, "CODE_INVALID", "signIn"),
  row(40031, "USERIDS_INVALID", "request"),
  row(40033, "CHARACTERS_INVALID", "request"),
  row(40035, "PARAMETER_INVALID", "request"),
  row(40056, "AGENTID_INVALID", "setUp", ["agentid"]),
  row(40058, "PARAMETER_NOT_ALLOWED", "request"),
  row(40063, "PARAMETER_EMPTY", "request"),
  row(40066, "DEPARTMENTS_INVALID", "request"),
  row(40073, "OPENID_INVALID", "request", ["openid"]),
  row(40077, "PRE_AUTH_CODE_INVALID", "request", ["pre_auth_code"]),
  row(40078, "AUTH_CODE_INVALID", "request", ["auth_code"]),
  row(40091, "SECRET_OF_ANOTHER_COMPANY", "secret", ["secret"]),
  row(40093, "JSAPI_TICKET_INVALID", "request", ["jsapi_ticket"]),
  row(40094, "URL_INVALID", "request", ["url"]),
  row(40096, "EXTERNAL_USERID_INVALID", "request", ["external_userid"]),
  row(41001, "TOKEN_MISSING", "request", ["access_token"]),
  row(41002, "CORPID_MISSING", "request", ["corpid"]),
  row(41004, "SECRET_MISSING", "secret", ["secret"]),
  row(41006, "MEDIA_ID_MISSING", "request", ["media_id"]),
  row(41008, "CODE_MISSING", "request", ["code"]),
  row(41009, "USERID_MISSING", "request", ["userid"]),
  row(41010, "URL_MISSING", "request", ["url"]),
  row(41011, "AGENTID_MISSING", "request", ["agentid"]),
  row(42001, "TOKEN_EXPIRED", "secret", ["access_token"]),
  // WeChat's 42007 asks to authorise again
  row(42007, "PRE_AUTH_CODE_EXPIRED", "request", ["pre_auth_code"]),
  row(42009, "SUITE_TOKEN_EXPIRED", "secret", ["suite_access_token"]),
  row(43004, "WECHAT_NOT_BOUND", "person"),
  row(44001, "FILE_EMPTY", "request"),
  row(44004, "TEXT_EMPTY", "request"),
  row(45001, "FILE_TOO_LARGE", "request"),
  row(45002, "CONTENT_TOO_LONG", "request"),
  row(45009, "CALLED_TOO_OFTEN", "tooMany"),
  row(45033, "TOO_MANY_AT_ONCE", "tooMany"),
  row(46004, "USER_UNKNOWN", "request", ["userid"]),
  row(48002, "API_NOT_GRANTED", "permission"),
  row(48004, "AUTHORIZATION_GONE", "permission"),
  row(48005, "API_RETIRED", "request"),
  row(50001, "REDIRECT_DOMAIN_UNTRUSTED", "setUp", ["redirect_uri"]),
  row(50002, "MEMBER_OUT_OF_SCOPE", "permission"),
  row(50003, "APP_DISABLED", "setUp"),
  row(60011, "OUT_OF_SCOPE", "permission"),
  row(60020, "IP_NOT_ALLOWED", "address"),
  row(60102, "USERID_TAKEN", "request", ["userid"]),
  row(60103, "PHONE_INVALID", "request"),
  row(60104, "PHONE_TAKEN", "request"),
  row(60105, "EMAIL_INVALID", "request"),
  row(60106, "EMAIL_TAKEN", "request"),
  row(60111, "USERID_UNKNOWN", "request", ["userid"]),
  row(80001, "DOMAIN_UNTRUSTED", "setUp"),
  row(82001, "RECEIVERS_INVALID", "request"),
  row(84014, "USER_TICKET_EXPIRED", "signIn"),
  row(84015, "USER_TICKET_INVALID", "signIn"),
  row(84025, "STATE_INVALID", "request", ["state"]),
  row(84061, "NOT_A_CONTACT", "person"),
  row(84074, "CONTACTS_NOT_GRANTED", "permission"),
  row(84085, "APP_OFF_SALE", "blocked"),
  row(85002, "WORDS_FORBIDDEN", "request"),
  row(85005, "DOMAIN_NOT_VERIFIED", "setUp"),
  row(301002, "APP_NOT_GRANTED", "permission"),
];

/** Codes of WeCom, which writes failures as WeChat does, with other meanings: told by its host, or by a path of your server. */
export const wecom: Catalog = defineCatalog({
  name: "wecom",
  dialects: ["wechat"],
  hosts: ["qyapi.weixin.qq.com"],
  paths: ["/api/wecom"],
  rows: [...ofTheCopy, ...ofTheList],
});
