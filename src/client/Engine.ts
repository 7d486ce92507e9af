import type { KitEvent } from "../model/KitEvent.js";
import type { FlowFor, ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun, Renew } from "../model/ReauthFlow.js";
import type { AccountParts, FirstAccount, NameParts } from "./Accounts.js";
import type { HeldCall, Reauth, SignInCalls } from "./Reauth.js";
import type { Limits, TencentErrorClientOptions } from "./ClientOptions.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { CallMarks, TrackCall } from "./TrackedCall.js";
import type { Retries, RetryGate } from "./Retries.js";
import type { Unsent } from "./TencentErrorClient.js";
import type { FailureStore } from "./FailureGroup.js";
import type { Begun } from "../model/ReauthSnapshot.js";

/** What a client needs once something has failed. */
export interface Engine {
  readonly reauth: Reauth;
  readonly board: FailureStore;
  readonly retries: Retries;
  readonly track: TrackCall;
  /** The reauthorization that a flow reports to. */
  of(flow: ReauthFlow | undefined): ReauthEngine;
}

/** The engine of one client, which may come later than the calls that need it. */
export interface LateEngine {
  /** Undefined as long as it was neither needed nor fetched ahead. */
  now(): Engine | undefined;
  /**
   * Calls back with it, in the order of the calls, and fetches it. Where it can't be had, or the client has ended, what has an `onLost` is
   * over; all else waits on, since it may come after all.
   */
  use(call: (engine: Engine) => void, onLost?: () => void): void;
  /** The same, but does not fetch it. */
  whenThere(call: (engine: Engine) => void, onLost?: () => void): void;
  /** The same for what is ended again: at once, or when it comes. With `onLost`, it is fetched. */
  follow(begin: (engine: Engine) => () => void, onLost?: () => void): () => void;
  /** The same for a call that answers later. Rejects with what `onLost` gives where there is no engine to hand it to. */
  hand<Result>(call: (engine: Engine) => Promise<Result>, onLost: () => unknown): Promise<Result>;
  close(): void;
}

/** What a late engine is made by and who is told. */
export interface LateEngineParts {
  make(createEngine: (parts: EngineParts) => Engine): Engine;
  /** It is there, and has been told of all that waited for it. */
  onThere(engine: Engine): void;
  /** It can't be had just now. Told once for all that asked. */
  onLost(): void;
  isOff(): boolean;
}

/** What an engine goes on from. */
export interface EngineParts
  extends
    Omit<ReauthParts, "limits" | "flow" | "runner" | keyof AccountWord>,
    Pick<TencentErrorClientOptions, "limits">,
    AccountWord {
  readonly flows: readonly ReauthFlow[];
  readonly flowFor: FlowFor;
  readonly runners: readonly BoundRunner[];
  readonly gate: RetryGate;
  readonly marks: CallMarks;
  diagnose(error: unknown, about?: { readonly isFailed: boolean }): Diagnosis;
  readonly renew: Renew | undefined;
  /** When the client was made. */
  readonly bornAt: number;
}

/** What the app says of who is signed in, at one provider. */
interface AccountWord {
  accountId(provider: ReauthFlow["provider"]): unknown;
}

/** The reauthorization of one flow, with what that reports to. */
export interface ReauthEngine
  extends Reauth, Pick<FlowListener, "onProgress" | "onOutcome">, Required<Pick<FlowListener, "onOwner">> {
  /** Who is signed in, as far as it is known. */
  accountId(): string | undefined;
  /** Who was asked has signed out: the prompt goes with them. */
  leave(): void;
  /** `isRenewal`: the session there was goes on, unless an account or `ids`, which the server named the person by, say otherwise. */
  renewed(accountId?: string | number, diagnosis?: Diagnosis, isRenewal?: boolean, ids?: readonly string[]): void;
}

/** What a reauthorization is made of. `name`: who is signed in, as the app names them. */
export interface ReauthParts extends AccountParts, NameParts {
  readonly flow: ReauthFlow | undefined;
  emit(event: Omit<KitEvent, "at">): void;
  readonly limits: Limits;
  onCrash(error: unknown): void;
  /** Nothing is held, counted or remembered: on a server, and after the end. */
  isOff(): boolean;
  readonly first: FirstAccount;
  readonly runner: FlowRunner;
}

/** The renewal of a session, before a person is asked. */
export interface Renewal extends Pick<ReauthEngine, "require" | "isOwn" | "cancel" | "rejectHeld"> {
  /** To be awaited before a failed call is judged that began then. Rejects with its abort, or at a log-out. Undefined: no renewal helps it. */
  before(diagnosis: Diagnosis, begun: Begun, call: () => HeldCall): Promise<unknown> | undefined;
  close(): void;
}

/** The reauthorization of a client, as it answers with the engine and before that is there. */
export interface ReauthFront {
  readonly reauth: Reauth;
  readonly late: LateEngine;
  readonly marks: CallMarks;
  readonly unsent: Unsent;
  /** A call failed for want of a sign-in: it is said at once, also where the engine is told later. */
  foresee(diagnosis: Diagnosis): void;
}

/** Runs a flow, once at a time, and knows the calls that it makes itself. */
export interface FlowRunner {
  readonly calls: SignInCalls;
  /** What runs now. A flow that has ended is current no more when its outcome is reported. */
  current(): ReauthRun | undefined;
  /** Starts it inside the caller's click, if there is one. One that throws or rejects ends as a failure. */
  start(diagnosis: Diagnosis | null): void;
  /** Whether it was started and not given up since. */
  isStarted(): boolean;
  /** Finishes what an earlier page of this tab began. */
  resume(): void;
  /** Ends it. What it still reports is ignored. */
  abort(): void;
}

/** The runner of one of the client's flows. */
export interface BoundRunner extends FlowRunner {
  readonly flow: ReauthFlow;
}

/** What a flow reports to. */
export interface FlowListener extends Pick<
  ReauthRequest,
  "onProgress" | "accountId" | "changes" | "onOwner" | "onUnsent"
> {
  onOutcome(outcome: ReauthOutcome): void;
  onCrash(error: unknown): void;
  emit(event: Omit<KitEvent, "at">): void;
}
