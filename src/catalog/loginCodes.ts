import type { CodeEntry } from "../model/CodeRow.js";

/**
 * Check of the sign-in itself: the user's session against the app that asks.
 * @see https://wiki.connect.qq.com/公共返回码说明
 */
// prettier-ignore
export const loginCodes: readonly CodeEntry[] = [
  [-70, "LOGIN_APPID_INVALID", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid", "appkey", "openkey"]],
  [-71, "OPENID_OPENKEY_MISMATCH", "credentials", "developer", "fix", ["checkCredentials"], ["openid", "openkey"]],
  [-72, "APPKEY_MISMATCH", "credentials", "developer", "fix", ["checkCredentials", "openTicket"], ["appid", "appkey"]],
  [-73, "PASSWORD_CHANGED", "reauth", "user", "auth", ["reauthorize"]],
];
