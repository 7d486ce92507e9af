import type { Diagnosis } from "./Diagnosis.js";

/** Where a reauthorization stands. */
export type ReauthStatus =
  "idle" | "required" | "opening" | "waiting" | "verifying" | "succeeded" | "cancelled" | "failed";

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

/** What the app's server needs to open a new session. */
export interface Grant {
  readonly code: string;
  readonly state: string;
  /** Aborted when the person cancels or it takes too long. */
  readonly signal: AbortSignal;
}

/** What flows that go through the provider's own page are told. */
export interface ReauthOptions {
  /** The app's number at QQ Connect. Its secret stays on your server. */
  readonly clientId: string;
  /** The return page: a path or address of this origin, registered at the provider letter for letter. */
  readonly redirectUri: string;
  /** API names to ask for. Default: what the provider grants without. */
  readonly scope?: readonly string[] | undefined;
  /** Another sign-in page, `https:` or on this machine. Default: `https://graph.qq.com/oauth2.0/authorize`. */
  readonly authorizeUrl?: string | undefined;
  /** Allows the flow in a page that another site embeds. Read what that means for clickjacking first. */
  readonly allowEmbedded?: boolean | undefined;
  /** Trades the code for a session at your server, and tells whose it is. Called at most once for each code. */
  exchange(grant: Grant): Promise<{ readonly accountId?: string | undefined } | void>;
}
