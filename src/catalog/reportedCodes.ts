import type { CodeEntry } from "./tableCodes.js";

/** Codes beyond the vendor's table, a family after another. Nothing of them is the vendor's advice: each remedy has its `+`. */
// prettier-ignore
export const reportedCodes: Readonly<Record<"connect" | "openapi", readonly CodeEntry[]>> = {
  /**
   * QQ Connect: numbers from its public wiki and from what developers reported.
   * @see https://wiki.connect.qq.com/公共返回码说明
   * @see https://blog.csdn.net/u011961280/article/details/77833302
   * @see https://blog.csdn.net/load_life/article/details/7239848 (an older copy of that page)
   */
  connect: [
    [21006, "REDIRECT_URI_ILLEGAL_LEGACY", "configuration", "developer", "fix", ["+compareRedirectUri", "+readDocs"], ["redirect_uri"]],
    [100017, "APPID_LOOKUP_FAILED", "credentials", "developer", "fix", ["+checkCredentials", "+openTicket"], ["client_id"]],
    [100018, "AUTHORIZATION_CODE_NOT_ISSUED", "reauth", "user", "auth", ["+reauthorize"]],
    [100019, "CODE_EXCHANGE_FAILED", "reauth", "user", "auth", ["+reauthorize", "+compareRedirectUri"], ["redirect_uri"]],
    [100020, "AUTHORIZATION_CODE_REUSED", "reauth", "user", "auth", ["+reauthorize"], ["code"]],
    [100021, "ACCESS_TOKEN_NOT_ISSUED", "reauth", "user", "auth", ["+reauthorize"], ["refresh_token"]],
    [100022, "REFRESH_TOKEN_NOT_ISSUED", "reauth", "user", "auth", ["+reauthorize"]],
    [100023, "APP_PERMISSIONS_UNREADABLE", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [100024, "USER_PERMISSIONS_UNREADABLE", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [100025, "API_GROUPS_UNREADABLE", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [100026, "GRANTED_APIS_NOT_STORED", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [100027, "GRANT_TIME_NOT_STORED", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [100028, "WHICH_MISSING", "request", "developer", "fix", ["+checkRequest"], ["which"]],
    [100029, "REQUEST_MALFORMED", "request", "developer", "fix", ["+checkRequest"]],
    [100030, "API_NOT_GRANTED_BY_USER", "reauth", "user", "auth", ["+reauthorize"], ["scope"]],
    [100031, "API_NOT_GRANTED_TO_APP", "permission", "developer", "fix", ["+applyForPermission"], ["client_id"]],
    [100035, "NOT_SIGNED_IN", "reauth", "user", "auth", ["+reauthorize"]],
    [100044, "PACKAGE_SIGNATURE_WRONG", "signature", "developer", "fix", ["+checkCredentials"]],
    [100046, "G_TK_REJECTED", "reauth", "user", "auth", ["+reauthorize"]],
    [100048, "UNIONID_NOT_GRANTED", "permission", "developer", "fix", ["+applyForPermission", "+checkRequest"], ["unionid"]],
    [100057, "SKEY_EXCHANGE_FORBIDDEN", "permission", "developer", "fix", ["+applyForPermission"], ["client_id"]],
    [100058, "CONNECT_OPENID_INVALID", "credentials", "developer", "fix", ["+checkCredentials"], ["client_id", "openid"]],
    [100060, "LOGIN_FORBIDDEN", "restriction", "platform", "no", ["+openTicket"]],
    [100067, "AUTHORIZATION_CODE_EXPIRED", "reauth", "user", "auth", ["+reauthorize"]],
    [100068, "AUTHORIZATION_CODE_INVALID", "reauth", "user", "auth", ["+reauthorize"]],
    [110201, "LOGIN_REQUIRED", "reauth", "user", "auth", ["+reauthorize"]],
    [110401, "APP_NOT_FOUND", "credentials", "developer", "fix", ["+checkCredentials"], ["client_id"]],
    [110404, "APPID_MISSING", "credentials", "developer", "fix", ["+checkCredentials"], ["client_id"]],
    [110405, "LOGIN_RATE_LIMITED", "rateLimit", "developer", "backoff", ["+slowDown", "+waitAndRetry"]],
    [110406, "APP_NOT_APPROVED", "restriction", "developer", "no", ["+switchAccount", "+openTicket"]],
    [110407, "APP_TAKEN_OFFLINE", "restriction", "developer", "no", ["+openTicket"]],
    [110500, "GRANT_UNREADABLE", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [110501, "GRANT_NOT_STORED", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [110502, "TOKEN_ISSUE_FAILED", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [110503, "GRANT_SERVICE_FAILED", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [110504, "CONNECT_INTERNAL_ERROR", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
  ],
  /**
   * OpenAPI: numbers from single pages and from developers' reports, with lower standing.
   * @see https://wiki.connect.qq.com/get_user_info
   */
  openapi: [
    [1, "PARAMETER_INVALID", "request", "developer", "fix", ["+checkRequest"]],
    [2, "SERVICE_ACCOUNT_MISSING", "restriction", "user", "fix", ["+switchAccount"]],
    [1000, "PRIVATE_PARAMETER_INVALID", "request", "developer", "fix", ["+checkRequest"]],
    [1001, "SERVICE_BUSY", "platform", "platform", "backoff", ["+waitAndRetry"]],
    [1002, "LOGIN_STATE_MISSING", "reauth", "user", "auth", ["+reauthorize"]],
    [1003, "ACCOUNT_FROZEN", "restriction", "user", "no", ["+switchAccount"]],
    [1004, "BALANCE_TOO_LOW", "restriction", "user", "fix", []],
    [1006, "QZONE_NOT_OPENED", "restriction", "user", "fix", []],
    [1018, "LOGIN_CHECK_FAILED", "reauth", "user", "auth", ["+reauthorize"]],
    [1020, "APP_NOT_AUTHORIZED", "permission", "developer", "fix", ["+applyForPermission"]],
    [1022, "INTERFACE_NOT_AUTHORIZED", "permission", "developer", "fix", ["+applyForPermission"]],
    [1025, "SIGN_IN_AGAIN", "reauth", "user", "auth", ["+reauthorize"]],
    [1300, "ZONE_LOGIN_MISSING", "reauth", "user", "auth", ["+reauthorize"]],
    [2021, "SIGN_IN_FIRST", "reauth", "user", "auth", ["+reauthorize"]],
    [-34, "SESSION_DEAD", "reauth", "user", "auth", ["+reauthorize"]],
    [-58, "PLATFORM_FAULT_58", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
    [-60, "PLATFORM_FAULT_60", "platform", "platform", "manual", ["+waitAndRetry", "+openTicket"]],
  ],
};
