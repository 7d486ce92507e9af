import type { Diagnosis } from "./Diagnosis.js";
import type { FailureReason, ReauthStatus } from "./ReauthFlow.js";

/** The reauthorization as it stands, for whoever shows it. A new object at each change, the same one in between. */
export interface ReauthSnapshot {
  readonly status: ReauthStatus;
  /** Why it failed. Null unless `status` is `failed`. */
  readonly reason: FailureReason | null;
  /** What made it necessary, and on `failed` what the provider said if it said something. */
  readonly diagnosis: Diagnosis | null;
  /** How many calls wait for it or failed for want of it. */
  readonly affected: number;
  /** How many held changes were not marked as safe to send again and wait for a person's yes. */
  readonly toConfirm: number;
  /** The sign-in window seems closed; it may only be out of sight. */
  readonly windowClosed: boolean;
  /** Another tab of the app signs in, for this one as well. */
  readonly elsewhere: boolean;
  /** Raised by each success. A failure of a call that began in an older epoch asks nobody. */
  readonly epoch: number;
}

/** How a held change is sent again: by itself, after one question, or never. */
export type ReplayRule = "auto" | "confirm" | "never";
