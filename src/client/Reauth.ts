import type { Diagnosis } from "../model/Diagnosis.js";
import type { AccountMark, Begun, Belonging, CallMark, ReauthSnapshot, ReplayRule } from "../model/ReauthSnapshot.js";

/** The reauthorization of a client, however many calls need it. With several flows: the one that asks, and by a diagnosis the one that heals it. */
export interface Reauth {
  getSnapshot(diagnosis?: Diagnosis | null): ReauthSnapshot;
  getServerSnapshot(): ReauthSnapshot;
  subscribe(listener: () => void): () => void;
  /**
   * Says that a call failed for want of it: opens the prompt or joins it. Does nothing without a flow, after a dismissal (see `Limits.coolDownMs`), and
   * for a call that began in an older epoch, since that one is healed already. Starts nothing. `since` is the call's mark, or
   * its epoch. `others` failed with it and are counted at once.
   */
  require(diagnosis: Diagnosis, since?: number | CallMark, others?: readonly Diagnosis[]): void;
  /**
   * Says how a call ended that had failed so and was sent again, or that it never will be: what a person is told of a sign-in counts
   * these.
   */
  settled(diagnosis: Diagnosis, isWell: boolean, isChange?: boolean): void;
  /** Starts the flow. Only inside a click or a key press: browsers open no windows otherwise. */
  start(): void;
  /** As `start`, at a person's click on the notice of this failure: also after a dismissal, and soon after a success. */
  startFor(diagnosis: Diagnosis): void;
  /** Ends it: every held call is rejected with one typed cancellation. */
  cancel(): void;
  /** A person puts the prompt aside: nothing is decided. */
  fold(): void;
  /** Whether `start` would only bring the sign-in window to the front. */
  canShow(): boolean;
  /** What draws the panel of the flow that runs, where it has one. */
  panel(): ((element: HTMLElement) => () => void) | undefined;
  /**
   * A person agrees that the held changes are sent; or says that they have signed in, which is tried with one
   * call: as long as that fails, the sign-in window, the flow and what is held stay as they are.
   */
  resume(): void;
  /**
   * The app has a new session by another way: what waits goes on, or is dropped where another account signed in. Without an id
   * and with an `accountId` that says what it said before, it can't be known whose it is. With several flows: of the one that heals
   * `diagnosis`, else of the one that asks.
   */
  renewed(accountId?: string | number, diagnosis?: Diagnosis): void;
  /** Reads the number or the address that a person copied from the provider's page. Whether it is one. */
  paste(text: string): boolean;
  /** Notes when a call begins and whose it is. */
  mark(): CallMark;
  /** Whose session it is now, seen from a call that began then; with several flows of all, or of the one that heals `diagnosis`. */
  belonging(mark: CallMark, diagnosis?: Diagnosis): Belonging;
  /** Whether there was a sign-in since then that heals this failure; without one, any sign-in. */
  isHealed(begun: Begun, diagnosis?: Diagnosis): boolean;
  /** Whether a call that begins right now, or one that failed and carried this, is part of the sign-in itself. */
  isOwn(call?: Carried): boolean;
  /** Whether a dismissal is so fresh that readings which failed before it rest. */
  isCoolingDown(diagnosis?: Diagnosis): boolean;
  /** Keeps a failed call until it may be sent again; rejects with what becomes of it otherwise. */
  hold(diagnosis: Diagnosis, call: HeldCall & { readonly mark: CallMark }): Promise<Release>;
  /** Rejects all that is held, as a dismissal does, for an app that signs out. The prompt stays as it is. */
  rejectHeld(): void;
  /** How long what the last session heals should wait: all tabs hear of it in one moment. Undefined where it began here. */
  waitMs(): number | undefined;
  /** Whether it is being tried right now: a call that would wait for the sign-in may be sent to find out. */
  isTrying(diagnosis?: Diagnosis): boolean;
  /** Is called to ask again for something that failed, to find out whether a session is there. Counts as a data layer. */
  onProbe(probe: Probe): () => void;
  /** Ends everything: listeners, timers, the flow. What is held is rejected with its own error. */
  dispose(): void;
}

/** What a failed call carried. */
export interface Carried {
  signal?(): AbortSignal | undefined;
  sent?(): unknown;
}

/** A held call. */
export interface HeldCall {
  readonly replay: ReplayRule;
  /** Whose it is. */
  readonly mark: AccountMark;
  /** What it failed with: what its caller gets when it is not healed. */
  readonly error: unknown;
  readonly signal: AbortSignal | undefined;
  /** What it does, as a person is asked about it. */
  readonly label?: string | undefined;
  /** It changes nothing, so it may find out whether there is a session. */
  readonly isReading?: boolean | undefined;
  /** Whether the call waits for a request that itself waits for the sign-in, which would never end. Asked after three seconds. */
  isStuck?(): boolean;
}

/** Why a held call goes on: it is healed, or it goes first to find out. */
export type Release = "go" | "probe";

/** Asks for one thing that failed, and resolves when that is over. Undefined: nothing is there to ask for. With several flows `isIts` says which failures count. */
export type Probe = (isIts?: (diagnosis: Diagnosis) => boolean) => Promise<unknown> | undefined;

/** Held calls between their failure and what becomes of them. */
export interface HeldCalls {
  /** Resolves when the call may be sent again; rejects with its own error, its abort's reason, or a cancellation. */
  add(call: HeldCall): Promise<Release>;
  count(): number;
  /** How many of them change something. */
  changes(): number;
  /** `isAll`: each of them needs a yes now. */
  question(isAll?: boolean): Question;
  /** Lets go on what needs no question, or everything after a yes; a crowd in turn. What another account began is cancelled. */
  release(isAgreed?: boolean, isSpread?: boolean): void;
  /** Lets one call go first: a reading, or any after a yes. Whether there was one. */
  probe(isAgreed?: boolean): boolean;
  /** Sends all away: with `reason`, or each with the error it came with. */
  rejectAll(reason?: Error): void;
}

/** What a person is asked: how many changes are to be sent, and some of their labels. */
export interface Question {
  readonly toConfirm: number;
  readonly waiting: readonly string[];
  /** Whether some of them are perhaps another account's. */
  readonly unsure: boolean;
}

/** The calls that a sign-in makes itself: they can't wait for that sign-in. */
export interface SignInCalls {
  /** Makes the call in which the sign-in's calls begin. `signal` goes along with all that it sends, `secrets` with some. */
  run<Result>(call: () => Result, signal: AbortSignal, secrets?: readonly string[]): Result;
  /** Whether a call that begins right now is one of them. */
  isBeginning(): boolean;
  /** What each of them carries, or some. */
  readonly signals: Pick<WeakSet<AbortSignal>, "has">;
  secrets(): readonly string[];
}
