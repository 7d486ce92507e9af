import type { CodeEntry } from "../model/CodeRow.js";

/**
 * Gateway of the open platform: every call passes it before it reaches an API.
 * @see https://wiki.connect.qq.com/公共返回码说明
 */
// prettier-ignore
export const gatewayCodes: readonly CodeEntry[] = [
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
];
