import type { CodeEntry } from "../model/CodeRow.js";

/**
 * OAuth 2.0 of QQ Connect: the authorize page, the token endpoint and every call with an access token.
 * @see https://wiki.connect.qq.com/公共返回码说明
 * @see https://blog.csdn.net/load_life/article/details/7239848 (an older copy of that page)
 */
// prettier-ignore
export const oauthCodes: readonly CodeEntry[] = [
  [100000, "RESPONSE_TYPE_INVALID", "request", "developer", "fix", ["checkRequest"], ["response_type"]],
  [100001, "CLIENT_ID_MISSING", "request", "developer", "fix", ["checkRequest"], ["client_id"]],
  [100002, "CLIENT_SECRET_MISSING", "request", "developer", "fix", ["checkRequest"], ["client_secret"]],
  [100003, "AUTHORIZATION_HEADER_MISSING", "request", "developer", "fix", ["checkRequest"], ["Authorization"]],
  [100004, "GRANT_TYPE_INVALID", "request", "developer", "fix", ["checkRequest"], ["grant_type"]],
  [100005, "AUTHORIZATION_CODE_MISSING", "request", "developer", "fix", ["checkRequest"], ["code"]],
  [100006, "REFRESH_TOKEN_MISSING", "request", "developer", "fix", ["checkRequest"], ["refresh_token"]],
  [100007, "ACCESS_TOKEN_MISSING", "request", "developer", "fix", ["checkRequest"], ["access_token"]],
  [100008, "OAUTH_APPID_NOT_FOUND", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid"]],
  [100009, "CLIENT_SECRET_INVALID", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid", "appkey"]],
  [100010, "REDIRECT_URI_ILLEGAL", "configuration", "developer", "fix", ["+compareRedirectUri", "readDocs"], ["redirect_uri"]],
  [100011, "APP_NOT_ONLINE", "restriction", "developer", "no", ["openTicket"]],
  [100012, "METHOD_NOT_POST", "request", "developer", "fix", ["+usePost", "openTicket"]],
  [100013, "ACCESS_TOKEN_ILLEGAL", "reauth", "user", "auth", ["reauthorize"]],
  [100014, "ACCESS_TOKEN_EXPIRED", "reauth", "user", "auth", ["reauthorize"]],
  [100015, "ACCESS_TOKEN_REVOKED", "reauth", "user", "auth", ["reauthorize"]],
  [100016, "ACCESS_TOKEN_CHECK_FAILED", "reauth", "user", "auth", ["reauthorize"]],
];
