import type { ReauthSnapshot, ReauthStatus } from "../model/ReauthSnapshot.js";

/** A sign-in is asked for. */
export const open: readonly ReauthStatus[] = ["required", "opening", "waiting", "verifying", "failed"];

/** How it stands before anything failed, and on every server. */
export const idle: ReauthSnapshot = /* @__PURE__ */ Object.freeze({
  status: "idle",
  reason: null,
  diagnosis: null,
  affected: 0,
  reloads: 0,
  mixed: false,
  restored: 0,
  sent: 0,
  unsettled: 0,
  changes: 0,
  acts: 0,
  folded: false,
  account: null,
  otherAccount: null,
  toConfirm: 0,
  waiting: /* @__PURE__ */ Object.freeze([]),
  windowClosed: false,
  lostState: false,
  elsewhere: false,
  provider: null,
  epoch: 0,
  accountEpoch: 0,
});

/** Whether a sign-in is asked for: what failed without one would only fail again. */
export function isReauthPending({ status, reason }: ReauthSnapshot): boolean {
  return open.includes(status) && reason !== "accountMismatch" && reason !== "loop";
}

/** The same, and also after a failure that another try does not heal. */
export function isReauthOpen({ status }: ReauthSnapshot): boolean {
  return open.includes(status);
}
