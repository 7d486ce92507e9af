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

/** How a flow ended. `idle`: nothing came of it, and the page stands as before the click. */
export type ReauthOutcome =
  | { readonly status: "succeeded"; readonly accountId?: string | undefined; readonly name?: string | undefined }
  | { readonly status: "cancelled" | "idle" }
  | { readonly status: "failed"; readonly reason: FailureReason; readonly diagnosis?: Diagnosis | undefined };

/** What a flow tells while it runs. */
export interface ReauthProgress {
  readonly status: "opening" | "waiting" | "verifying";
  /** The sign-in window seems closed. It may only be out of sight: nothing is over yet. */
  readonly windowClosed?: boolean | undefined;
  /**
   * The return page was reached without the state of any flow, so its answer can't be taken. Nothing is over, since any site can
   * open that page; but where this window came back so, waiting on is in vain, and the person starts on another way.
   */
  readonly lostState?: boolean | undefined;
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
  /** Whose session it is as far as the client knows, asked when a page is left and when it is back. */
  accountId?(): string | undefined;
  /**
   * Makes a call of the sign-in itself, which must not wait for that sign-in. What begins in it is known as such, and later
   * whatever carries `signal` or one of `secrets`.
   */
  own?<Result>(call: () => Result, signal: AbortSignal, secrets?: readonly string[]): Result;
}

/** One running reauthorization. */
export interface ReauthRun {
  readonly outcome: Promise<ReauthOutcome>;
  /** Reads the number or the address that a person copied from a page of the provider. False: the text is neither, and ends nothing. */
  paste?(text: string): boolean | void;
  /** Brings the sign-in window to the front, where the browser allows it. */
  focus?(): void;
  /** Draws into the prompt what the person signs in by, as a QR code; returns what takes it away. Called again where the prompt is drawn anew. */
  panel?(element: HTMLElement): () => void;
}

/** Who signs people in. */
export interface Provider {
  /** In small letters, for records: an answer is taken only from the one that was asked. */
  readonly id: string;
  /** As sentences name it: `微信`. */
  readonly name: string;
}

/** One way of signing in again. `start` is called inside the click, so it must open its window before it awaits anything. */
export interface ReauthFlow {
  readonly kind: string;
  /** Default: QQ. */
  readonly provider?: Provider | undefined;
  /** The catalogs whose failures it heals, by name. Default: its provider's `id`, `tencent` for QQ; all, where it is the only flow. */
  readonly catalogs?: readonly string[] | undefined;
  /** Whether a start after a blocked window goes on in this page instead of trying the window again. */
  readonly continuesHere?: boolean | undefined;
  /**
   * Tabs of this origin whose flows share this name share one sign-in: name the app and its registration. Left out, each
   * tab is on its own.
   */
  readonly sharedAs?: string | undefined;
  /** A sign-in is asked for: what `start` will need may be fetched now. */
  prepare?(): void;
  start(request: ReauthRequest): ReauthRun;
  /** Finishes what an earlier page of this tab began; null when there is nothing to finish. Asked once, when a client is made. */
  resume?(request: ReauthRequest): ReauthRun | null;
}

/** What the app's server needs to open a new session. */
export interface Grant {
  readonly code: string;
  readonly state: string;
  /** Aborted when the person cancels or it takes too long. */
  readonly signal: AbortSignal;
}

/**
 * What an exchange answers: whose session it is. As the server said it or still wrapped: `{ accountId }`, an axios response with it in
 * `data`, an envelope with it in `data`.
 */
export interface ExchangeResult {
  readonly accountId?: string | number | null | undefined;
  /** How the prompt names that account, should it be another one than before. */
  readonly name?: string | undefined;
  readonly data?: unknown;
}

/** How an app's unsaved work outlives a sign-in that leaves the page. */
export interface AppState {
  /** What to keep, as plain data. It stays in this tab, for 10 minutes at most. */
  save(): unknown;
  /** Gets it back when the page is loaded again, signed in or not. */
  restore(kept: unknown): void;
}

/** What flows that go through the provider's own page are told. */
export interface ReauthOptions {
  /** The app's number at QQ Connect. Its secret stays on your server. */
  readonly clientId: string;
  /** The return page: a path or address of this origin, registered at the provider letter for letter. */
  readonly redirectUri: string;
  /** API names to ask for. Default: what the provider grants without. */
  readonly scope?: readonly string[] | undefined;
  /** Another sign-in page: `https:`, on this machine or a path of this origin. Default: `https://graph.qq.com/oauth2.0/authorize`. */
  readonly authorizeUrl?: string | undefined;
  /** The provider, where it is not QQ: as sentences name it, and for apps that offer several. A text is its id alone. Default: `qq`. */
  readonly provider?: Provider | string | undefined;
  /** The catalogs whose failures it heals, by name. Default: its provider's `id`, `tencent` for QQ. */
  readonly catalogs?: readonly string[] | undefined;
  /** The page's unsaved work, for flows that leave it. */
  readonly appState?: AppState | undefined;
  /** Allows the flow in a page that another site embeds. Read what that means for clickjacking first. */
  readonly allowEmbedded?: boolean | undefined;
  /**
   * Trades the code for a session at your server, and tells whose it is: without an id, another person's sign-in can't be told
   * from the same one's. Called at most once for each code.
   */
  exchange(grant: Grant): Promise<ExchangeResult | void>;
}
