import type { Category } from "./Diagnosis.js";
import type { FailureReason } from "./ReauthSnapshot.js";

/** What an app can count and log. */
export type KitEventType =
  | "failure.diagnosed"
  | "failure.unknown"
  | "reauth.required"
  | "reauth.started"
  | "reauth.succeeded"
  | "reauth.cancelled"
  | "reauth.failed"
  | "retry.scheduled"
  | "retry.exhausted"
  | "ticket.opened"
  | "ticket.submitted"
  | "security.messageRefused"
  | "security.stateRefused"
  | "security.urlRefused"
  | "internal.error";

/** One event. Holds numbers and names of our own only, so that it can be sent anywhere. */
export interface KitEvent {
  readonly type: KitEventType;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code?: number | null | undefined;
  readonly dialect?: string | undefined;
  readonly category?: Category | undefined;
  readonly fingerprint?: string | undefined;
  readonly reason?: FailureReason | undefined;
  /** Which sign-in it was, by its provider's `id`, where a client has several. */
  readonly provider?: string | undefined;
  /** How many calls it concerned. */
  readonly count?: number | undefined;
  /** A name of an error class, for `internal.error`; the option that held the address, for `security.urlRefused`. */
  readonly detail?: string | undefined;
}

/** Hears every event. */
export type KitListener = (event: KitEvent) => void;
