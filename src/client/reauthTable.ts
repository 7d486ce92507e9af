import { asText, read } from "../base/safely.js";
import type { ReauthOutcome } from "../model/ReauthFlow.js";
import type { ReauthSnapshot, ReauthStatus } from "../model/ReauthSnapshot.js";
import type { ReauthEffect, ReauthEvent, ReauthRow } from "./ReauthEvent.js";
import { isReauthPending, open } from "./reauthStatus.js";

const asked: readonly ReauthStatus[] = ["required", "opening", "waiting", "verifying"];
const settled: readonly ReauthStatus[] = ["idle", "succeeded", "cancelled"];
/** All statuses, in the order that a sign-in runs through them. */
export const every: readonly ReauthStatus[] = ["idle", ...asked, "succeeded", "cancelled", "failed"];

/** All that can happen. The first row that fits counts; without one, the event changes nothing. */
// prettier-ignore
export const reauthTable: readonly ReauthRow[] = [
  ["require",     settled,            "same",      [], "isDismissed"],
  ["require",     settled,            "failed",    ["recount", "publish", "reauth.failed", "rejectHeld"], "isLoop"],
  ["require",     settled,            "required",  ["recount", "publish", "reauth.required"]],
  ["require",     open,               "same",      ["count", "failCheck", "publishSoon"]],
  ["choose",      open,               "same",      ["count", "failCheck", "publishSoon"], "isPending"],
  ["choose",      every,              "same",      ["recount", "publishSoon"]],
  ["start",       ["idle", ...asked], "same",      ["focus"], "isInReach"],
  ["start",       every,              "opening",   ["leave", "publish", "reauth.started", "run"]],
  ["progress",    ["idle", ...asked], "as told",   ["endCheck", "publish"]],
  ["confirm",     ["succeeded"],      "same",      ["releaseAll", "publish"]],
  ["confirm",     ["waiting"],        "same",      [], "elsewhere"],
  ["confirm",     ["waiting"],        "same",      ["check"]],
  ["unconfirmed", ["waiting"],        "same",      ["publish"]],
  ["takeOver",    open,               "waiting",   ["leave", "publish"], "isPending"],
  ["handBack",    ["waiting"],        "required",  ["publish"], "elsewhere"],
  ["succeed",     every,              "succeeded", ["noteSuccess", "publish", "reauth.succeeded", "settle"]],
  ["arrive",      every,              "succeeded", ["noteSuccess", "publish", "reauth.succeeded", "settle"]],
  ["return",      every,              "succeeded", ["cancelHeld", "noteSuccess", "publish", "reauth.succeeded", "settle"]],
  ["switch",      every,              "failed",    ["cancelHeld", "publish", "reauth.failed"], "isNoticed"],
  ["switch",      every,              "succeeded", ["cancelHeld", "noteSuccess", "publish", "reauth.succeeded", "settle"]],
  ["settle",      ["succeeded"],      "same",      ["release", "publishSoon"]],
  ["fail",        every,              "failed",    ["leave", "publish", "reauth.failed", "rejectHeld"], "isLoop"],
  ["fail",        every,              "failed",    ["leave", "publish", "reauth.failed"]],
  ["cancel",      ["failed"],         "cancelled", ["acceptAccount", "cancelHeld", "recount", "publish", "reauth.cancelled"], "isMismatch"],
  ["cancel",      open,               "cancelled", ["leave", "acceptAccount", "cancelHeld", "recount", "dismiss", "publish", "reauth.cancelled"]],
  ["cancel",      settled,            "same",      ["leave", "acceptAccount", "cancelHeld", "publish"]],
  ["stay",        ["opening"],        "required",  ["publish"], "isAsked"],
  ["stay",        ["opening"],        "idle",      ["recount", "publish"]],
  ["abandon",     open,               "idle",      ["acceptAccount", "cancelHeld", "recount", "publish", "reauth.cancelled"]],
  ["abandon",     settled,            "same",      ["acceptAccount", "cancelHeld", "publish"]],
  ["dispose",     every,              "same",      ["leave", "rejectHeld"]],
];

/** What happens where a flow ends without a session or a failure. */
export const endings = { cancelled: "cancel", idle: "abandon", required: "stay" } as const;

/** What a flow ended in. One of the app's own may tell anything where no types watch: what is no outcome has failed. */
export function readOutcome(told: unknown): ReauthOutcome {
  const isOutcome = /^(?:succeeded|failed|cancelled|idle|required)$/.test(asText(read(told, "status")));
  return isOutcome ? (told as ReauthOutcome) : { status: "failed", reason: "unsupported" };
}

/** What happens by a new session, by whose it is. */
export const eventOf = { same: "succeed", unknown: "succeed", new: "arrive", other: "switch", back: "return" } as const;

/** What an event makes of the state, and what is to be done. Pure. */
export function next(
  state: ReauthSnapshot,
  event: ReauthEvent,
): { readonly state: ReauthSnapshot; readonly effects: readonly ReauthEffect[] } {
  const { type, reason = null, diagnosis, progress } = event;
  const facts = {
    ...state,
    ...event,
    isLoop: reason === "loop",
    isMismatch: state.reason === "accountMismatch",
    isPending: isReauthPending(state),
  };
  const row = reauthTable.find(
    ([name, from, , , guard]) =>
      name === type && from.includes(state.status) && (guard === undefined || facts[guard] === true),
  );
  const [, , to = "same", effects = []] = row ?? [];
  if (to === "same") return { state, effects };
  const status = to === "as told" ? (progress?.status ?? state.status) : to;
  const isOther = type === "switch" || type === "return" || type === "arrive";
  const isSession = type === "switch" || status === "succeeded";
  const epoch = state.epoch + (isSession ? 1 : 0);
  return {
    state: {
      ...state,
      status,
      reason: status === "failed" ? reason : null,
      diagnosis: diagnosis ?? state.diagnosis,
      windowClosed: progress?.windowClosed === true,
      lostState: progress?.lostState === true,
      // another tab may say twice that it signs in now
      windowLeft: event.windowLeft ?? (state.elsewhere && type === "takeOver" ? state.windowLeft : undefined),
      elsewhere: type === "takeOver",
      acts: type === "require" ? Number(event.isAct === true) : state.acts + Number(type === "start"),
      folded: type === "progress" && state.folded,
      ...accountsAfter(state, event, facts.isMismatch),
      epoch,
      accountEpoch: isOther ? epoch : state.accountEpoch,
    },
    effects,
  };
}

/** Both names stay until the person has chosen between them. */
function accountsAfter(
  { account, otherAccount }: ReauthSnapshot,
  { type, ...event }: ReauthEvent,
  isMismatch: boolean,
): Pick<ReauthSnapshot, "account" | "otherAccount"> {
  if (type === "cancel" && isMismatch) return { account: otherAccount, otherAccount: null };
  if (type === "switch") return { account, otherAccount: event.otherAccount ?? null };
  const isSignedIn = type === "succeed" || type === "return" || type === "arrive";
  const perhaps = (event.isUnsure === true ? event.otherAccount : null) ?? null;
  return {
    account: event.account === undefined ? account : event.account,
    otherAccount: isSignedIn ? perhaps : otherAccount,
  };
}
