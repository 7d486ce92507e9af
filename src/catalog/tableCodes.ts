import type { Category, Fixer, Remedy, RetryRule } from "../model/Diagnosis.js";

/**
 * One row as the catalog writes it: code, reason, category, fixer, retry rule, remedies (`+` marks what the kit adds to the
 * vendor's advice), what to check.
 */
export type CodeEntry = readonly [
  code: number,
  reason: string,
  category: Category,
  fixer: Fixer,
  retry: RetryRule,
  remedies: readonly (Remedy | `+${Remedy}`)[],
  checks?: readonly string[],
];

/**
 * The vendor's table, a family after another. A row is the whole of a code: `TableCode` is read off the rows, and the compiler asks
 * each language for its words.
 */
// prettier-ignore
export const tableCodes = {
  /**
   * Gateway of the open platform: every call passes it before it reaches an API.
   * @see https://wiki.connect.qq.com/公共返回码说明
   */
  gateway: [
    [-1, "INVALID_REQUEST", "request", "developer", "fix", ["checkRequest"]],
    [-2, "APPID_NOT_FOUND", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid", "appkey"]],
    [-3, "API_NOT_GRANTED", "permission", "developer", "fix", ["checkPermission", "+applyForPermission", "openTicket"], ["appid"]],
    [-4, "APP_IP_DENIED", "restriction", "developer", "fix", ["+allowListIp", "openTicket"]],
    [-5, "SIGNATURE_REJECTED", "signature", "developer", "once", ["retryOnce", "openTicket"]],
    [-6, "RATE_LIMITED", "rateLimit", "developer", "backoff", ["slowDown", "checkTraffic", "openTicket"]],
    [-7, "WRONG_PROTOCOL", "request", "developer", "fix", ["checkProtocol", "openTicket"]],
    [-8, "SECURITY_AUDIT_FAILED", "restriction", "platform", "no", ["openTicket"]],
    [-9, "API_NOT_FOUND", "platform", "platform", "no", ["+checkRequest", "openTicket"]],
    [-10, "INTERNAL_IP_DENIED", "restriction", "platform", "no", ["openTicket"]],
    [-11, "EXTERNAL_IP_DENIED", "restriction", "platform", "no", ["openTicket"]],
    [-12, "TEST_ACCOUNT_ONLY", "restriction", "user", "fix", ["switchAccount"]],
    [-20, "API_NOT_AUTHORIZED_BY_USER", "reauth", "user", "auth", ["reauthorize"]],
    [-21, "TOKEN_REVOKED", "reauth", "user", "auth", ["reauthorize"]],
    [-22, "OPENID_INVALID", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid", "openid"]],
    [-23, "OPENKEY_INVALID", "reauth", "user", "auth", ["reauthorize"]],
    [-24, "OPENID_OPENKEY_REJECTED", "reauth", "user", "auth", ["reauthorize"]],
    [-25, "TIMESTAMP_SKEWED", "signature", "developer", "fix", ["+syncClock", "checkCredentials", "openTicket"], ["appid", "appkey", "openkey"]],
    [-26, "NONCE_REPEATED", "signature", "developer", "once", ["+freshNonce", "checkCredentials"], ["appid", "openid"]],
  ],
  /**
   * Check of the sign-in itself: the user's session against the app that asks.
   * @see https://wiki.connect.qq.com/公共返回码说明
   */
  login: [
    [-70, "LOGIN_APPID_INVALID", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid", "appkey", "openkey"]],
    [-71, "OPENID_OPENKEY_MISMATCH", "credentials", "developer", "fix", ["checkCredentials"], ["openid", "openkey"]],
    [-72, "APPKEY_MISMATCH", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid", "appkey"]],
    [-73, "PASSWORD_CHANGED", "reauth", "user", "auth", ["reauthorize"]],
  ],
  /**
   * OAuth 2.0 of QQ Connect: the authorize page, the token endpoint and every call with an access token.
   * @see https://wiki.connect.qq.com/公共返回码说明
   * @see https://blog.csdn.net/load_life/article/details/7239848 (an older copy of that page)
   */
  oauth: [
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
  ],
  /**
   * Relation chain: the APIs that read a user's friends.
   * @see https://wiki.connect.qq.com/公共返回码说明
   */
  relation: [
    [251001, "RELATION_PARAMETER_ILLEGAL", "request", "developer", "fix", ["checkRequest"]],
    [251002, "RELATION_TOKEN_ILLEGAL", "reauth", "user", "auth", ["reauthorize"]],
    [251003, "FRIEND_OPENID_UNAVAILABLE", "permission", "developer", "fix", ["applyForPermission"]],
    [251004, "FRIEND_CACHE_READ_FAILED", "platform", "platform", "manual", ["openTicket"]],
    [251005, "FRIEND_CACHE_UPDATE_FAILED", "platform", "platform", "manual", ["openTicket"]],
  ],
} as const;

/** The rows of a table, which the compiler holds to be entries. */
type Rows<Table extends Readonly<Record<string, readonly CodeEntry[]>>> = Table[keyof Table][number];

/** Codes of the vendor's table, as the locale files spell them. */
export type TableCode = Rows<typeof tableCodes>[0];
