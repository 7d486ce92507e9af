import type { Diagnosis } from "./Diagnosis.js";

/** Where a reauthorization stands. */
export type ReauthStatus = "idle" | "required" | "opening" | "waiting" | "verifying" | "succeeded" | "cancelled" | "failed";

/** Why a reauthorization did not succeed. */
export type FailureReason =
  | "popupBlocked"
  | "popupClosed"
  | "timeout"
  | "denied"
  | "stateMismatch"
  | "accountMismatch"
  | "callbackError"
  | "exchangeFailed"
  | "embedded"
  | "unsupported"
  | "loop";

/** How a flow ended. */
export type ReauthOutcome =
  | { readonly status: "succeeded"; readonly accountId?: string | undefined }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly reason: FailureReason; readonly diagnosis?: Diagnosis | undefined };

/** What a flow tells while it runs. */
export interface ReauthProgress {
  readonly status: "opening" | "waiting" | "verifying";
  /** The sign-in window seems closed. It may only be out of sight: nothing is over yet. */
  readonly windowClosed?: boolean | undefined;
}

/** Something was refused that should not have come: a forged message, a wrong state, a foreign address. */
export type SecurityRefusal = "messageRefused" | "stateRefused" | "urlRefused";

/** What a flow gets when a person starts it. */
export interface ReauthRequest {
  readonly diagnosis: Diagnosis | null;
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  onProgress(progress: ReauthProgress): void;
  onRefusal(refusal: SecurityRefusal): void;
}

/** One running reauthorization. */
export interface ReauthRun {
  readonly outcome: Promise<ReauthOutcome>;
  /** Reads the number or the address that a person copied from a page of the provider. */
  paste?(text: string): void;
  /** Brings the sign-in window to the front, where the browser allows it. */
  focus?(): void;
}

/** One way of signing in again. `start` is called inside the click, so it must open its window before it awaits anything. */
export interface ReauthFlow {
  readonly kind: string;
  start(request: ReauthRequest): ReauthRun;
}
