import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";

/** Whether somebody is being asked to sign in: what failed for want of it would only fail again. */
export function isAsking({ status, reason }: ReauthSnapshot): boolean {
  if (status === "failed") return reason !== "accountMismatch" && reason !== "loop";
  return status === "required" || status === "opening" || status === "waiting" || status === "verifying";
}
