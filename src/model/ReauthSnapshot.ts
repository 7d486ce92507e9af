import type { Diagnosis } from "./Diagnosis.js";
import type { FailureReason, ReauthStatus } from "./ReauthFlow.js";

/** The reauthorization as it stands, for what shows it. A new object at each change, the same one in between. */
export interface ReauthSnapshot {
  readonly status: ReauthStatus;
  /** Why it failed. Null unless `status` is `failed`. */
  readonly reason: FailureReason | null;
  /** What made it necessary, and on `failed` what the provider said if it said something. */
  readonly diagnosis: Diagnosis | null;
  /** How many calls wait for it or failed for want of it. */
  readonly affected: number;
  /** How many held changes wait for a person's yes: not marked as safe to send again, or perhaps another account's. */
  readonly toConfirm: number;
  /** What some of them do, by the labels of their calls: `POST /notes`. */
  readonly waiting: readonly string[];
  /** The sign-in window seems closed; it may only be out of sight. */
  readonly windowClosed: boolean;
  /** The sign-in came back without its state, so its answer can't be taken: the person starts on another way. */
  readonly lostState: boolean;
  /** Another tab of the app signs in, for this one as well. */
  readonly elsewhere: boolean;
  /** Raised by each success. A failure of a call that began in an older epoch opens no prompt. */
  readonly epoch: number;
  /** The epoch in which the account that is signed in came: what calls that began before it read is another account's. */
  readonly accountEpoch: number;
}

/** How a held change is sent again: by itself, after one question, or never. */
export type ReplayRule = "auto" | "confirm" | "never";
