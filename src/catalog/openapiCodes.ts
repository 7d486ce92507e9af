import type { CodeEntry } from "../model/CodeRow.js";

/**
 * OpenAPI beyond the vendor's table: numbers from single pages and from developers' reports, with lower standing.
 * @see https://wiki.connect.qq.com/get_user_info
 */
// prettier-ignore
export const openapiCodes: readonly CodeEntry[] = [
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
];
