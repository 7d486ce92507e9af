import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthProgress } from "../model/ReauthFlow.js";
import type { AccountName, FailureReason, ReauthStatus } from "../model/ReauthSnapshot.js";

/** What can happen to a reauthorization. */
export type ReauthEventType =
  | "require" // a call failed because a sign-in is missing
  | "choose" // a person clicked on the notice of one such failure
  | "start" // a person starts the flow
  | "progress" // the flow reports where it is
  | "confirm" // a person says that they have signed in, or agrees to the held changes
  | "unconfirmed" // the call that tried it found no session, or needs a yes first
  | "takeOver" // another tab signs in
  | "handBack" // the other tab has given up, or is gone
  | "succeed" // a session of the same account, or of one that can't be known
  | "return" // a session of the first account, after another one
  | "switch" // a session of another account
  | "arrive" // after a log-out, a session of somebody who is or may be another one
  | "settle" // the account of a success is certain enough
  | "fail" // the flow failed, or can't start
  | "cancel" // a person dismisses it
  | "stay" // the page that the flow wanted to leave stays
  | "abandon" // the flow ended as if nothing had been asked
  | "dispose"; // the client ends

/** One event, with the facts that its rows ask for and the values that its effects use. */
export interface ReauthEvent {
  readonly type: ReauthEventType;
  /** What made it necessary. Left out: what the snapshot says. */
  readonly diagnosis?: Diagnosis | null | undefined;
  readonly reason?: FailureReason | undefined;
  readonly progress?: ReauthProgress;
  /** The sign-in window is open, and only the person can close it. */
  readonly windowLeft?: boolean | undefined;
  /** The guards of the event's rows. */
  readonly isDismissed?: boolean;
  readonly isInReach?: boolean;
  readonly isAsked?: boolean;
  readonly isNoticed?: boolean;
  /** All failures that are counted. */
  readonly diagnoses?: readonly Diagnosis[];
  /** Their calls began while the prompt was open. */
  readonly isLate?: boolean | undefined;
  /** They change something. */
  readonly isChange?: boolean | undefined;
  /** Their data layers report what becomes of them. */
  readonly isFollowed?: boolean;
  /** This client's flow brought the session. */
  readonly isCounted?: boolean | undefined;
  /** The person did what failed: it may interrupt. */
  readonly isAct?: boolean;
  /** Who is signed in as the event comes. Null: nobody. */
  readonly account?: AccountName | null | undefined;
  /** Who has signed in instead. */
  readonly otherAccount?: AccountName | undefined;
  /** A person agreed that all held changes are sent. */
  readonly isAgreed?: boolean;
  /** It can't be told whether it is the same account. */
  readonly isUnsure?: boolean | undefined;
}

/** What is done, in the order of the row. `reauth.…` emits that event. */
export type ReauthEffect =
  | "publish" // publishes the new snapshot
  | "publishSoon" // publishes changed counts, a few times a second
  | "count" // counts the failures
  | "recount" // counts the failures, from zero
  | "run" // starts the flow
  | "focus" // brings the sign-in window to the front
  | "leave" // gives the flow up
  | "check" // tries with one call whether there is a session
  | "failCheck" // that call has failed
  | "endCheck" // the flow is seen at work, so nothing needs to be tried
  | "dismiss" // begins the cool-down
  | "acceptAccount" // the account that is signed in is the right one
  | "noteSuccess" // remembers what was healed, for the loop guard
  | "settle" // waits until the account is certain enough
  | "release" // sends what is held and needs no question
  | "releaseAll" // sends all that is held
  | "cancelHeld" // rejects what is held with a cancellation
  | "rejectHeld" // rejects what is held with its own errors
  | "reauth.required"
  | "reauth.started"
  | "reauth.succeeded"
  | "reauth.failed"
  | "reauth.cancelled";

/** Where a row leads: to a status, to the one that the flow reports, or nowhere. */
export type ReauthTarget = ReauthStatus | "as told" | "same";

/** What a row may depend on besides the status. */
export type ReauthGuard =
  | "isDismissed" // after a dismissal the prompt opens again only at a person's own act, and not at once
  | "isInReach" // the sign-in window may still be there and answer
  | "isNoticed" // the prompt is open, calls are held, or a success is corrected
  | "isLoop" // it was healed a moment ago, or too many were started
  | "isAsked" // a failure has asked for it, and no person of their own accord
  | "isMismatch" // another account signed in, and the prompt says so
  | "isPending" // another sign-in can help: not after a loop or another account
  | "elsewhere"; // another tab signs in

/** One row: in these statuses, this event leads there, if the guard holds. */
export type ReauthRow = readonly [
  event: ReauthEventType,
  from: readonly ReauthStatus[],
  to: ReauthTarget,
  effects: readonly ReauthEffect[],
  guard?: ReauthGuard,
];
