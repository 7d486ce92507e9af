import type { CodeEntry } from "../model/CodeRow.js";

/**
 * Relation chain: the APIs that read a user's friends.
 * @see https://wiki.connect.qq.com/公共返回码说明
 */
// prettier-ignore
export const relationCodes: readonly CodeEntry[] = [
  [251001, "RELATION_PARAMETER_ILLEGAL", "request", "developer", "fix", ["checkRequest"]],
  [251002, "RELATION_TOKEN_ILLEGAL", "reauth", "user", "auth", ["reauthorize"]],
  [251003, "FRIEND_OPENID_UNAVAILABLE", "permission", "developer", "fix", ["applyForPermission"]],
  [251004, "FRIEND_CACHE_READ_FAILED", "platform", "platform", "manual", ["openTicket"]],
  [251005, "FRIEND_CACHE_UPDATE_FAILED", "platform", "platform", "manual", ["openTicket"]],
];
