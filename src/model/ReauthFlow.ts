import type { Diagnosis } from "./Diagnosis.js";
import type { FailureReason, Provider } from "./ReauthSnapshot.js";

/**
 * How a flow ended. `idle`: nothing came of it, and nothing is asked any more. `required`: the page was to be left and stays, so the
 * prompt asks as before, and what is held stays held.
 */
export type ReauthOutcome =
  | {
      readonly status: "succeeded";
      readonly accountId?: string | undefined;
      readonly name?: string | undefined;
      /** Other ids that the server's answer names the person by, whatever they are of. They are compared, and told to nobody. */
      readonly ids?: readonly string[] | undefined;
    }
  | { readonly status: "cancelled" | "idle" | "required" }
  | {
      readonly status: "failed";
      readonly reason: FailureReason;
      readonly diagnosis?: Diagnosis | undefined;
      /** The sign-in window is open, and only the person can close it. */
      readonly windowLeft?: boolean | undefined;
    };

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
  /** The app's own part of the flow threw what no service explains, such as a `TypeError`. */
  onCrash?(error: unknown): void;
  /** Whose session it is as far as the client knows, asked when a page is left and when it is back. */
  accountId?(): string | undefined;
  /** How many changes are held, asked when a page is left: they end with it. */
  changes?(): number;
  /** Whose page was left, told when it is loaded again: another account is told apart by that. */
  onOwner?(accountId: string): void;
  /** So many changes ended with the page that was left. A person is told once. */
  onUnsent?(changes: number): void;
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
  /** Whether its window is open, and only the person can close it. Asked while it runs. */
  leavesWindow?(): boolean;
  /** Draws into the prompt what the person signs in by, as a QR code; returns what takes it away. Called again where the prompt is drawn anew. */
  panel?(element: HTMLElement): () => void;
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
  /** Whether a start would leave the page just now, and with it all that the page holds. */
  leavesPage?(): boolean;
  /** Whether the app keeps the page's unsaved work over that. */
  readonly keepsWork?: boolean | undefined;
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

/** Finds the flow that heals a failure. Undefined: none does. */
export type FlowFor = (diagnosis: Diagnosis | null) => ReauthFlow | undefined;

/** What an app's renewal tells: whose session it is, and until when. */
export interface Renewed {
  readonly accountId?: string | number | null | undefined;
  /** The session's end, by this device's clock: milliseconds, the seconds of a token's `exp`, a date or its text. It is renewed ahead of that. */
  readonly expiresAt?: number | string | Date | undefined;
}

/** Opens a new session without the person, as by a refresh token that the app's server keeps. Rejects where it can't. */
export type Renew = (diagnosis: Diagnosis, about: { readonly signal: AbortSignal }) => Promise<Renewed | void>;

/** What an app's server answered of a new session. */
export interface SessionAnswer {
  readonly accountId?: unknown;
  readonly name?: unknown;
  readonly expiresAt?: unknown;
  /** Other ids that it names a person by. */
  readonly ids?: readonly string[] | undefined;
}
