import type { ReplayRule } from "../model/ReauthSnapshot.js";
import type { CallMark } from "./Reauth.js";

/** How one call waits for a reauthorization. */
export interface CallOptions {
  /** Whether it stays open until the person has signed in again. */
  readonly hold: boolean;
  readonly replay: ReplayRule;
  /** What it asks for, when it only reads: while a sign-in is pending, what has failed for want of it is not sent. */
  readonly key?: string | undefined;
  /** What it does, as a person is asked about it: `POST /notes`. */
  readonly label?: string | undefined;
  /** Its function and arguments. A change that failed and comes again with the same ones is a retry, and belongs to the account that was signed in when it first began. */
  readonly call?: readonly unknown[] | undefined;
  /** An earlier try of the same call, where a layer knows it: this one belongs to the same account. */
  readonly repeats?: Pick<TrackedCall, "mark"> | undefined;
  /** What that try failed with, where a guard inside may have seen it: after a yes, that one need not ask again. */
  failed?(): unknown;
  /** Asked for when it is needed: to read it can mean to use it. */
  signal?(): AbortSignal | undefined;
  /** What it sends, asked for when it failed: what carries the code of a sign-in is a call of that sign-in. */
  sent?(): unknown;
}

/** One call, from its start until it is answered. */
export interface TrackedCall {
  /** Whose it is. */
  readonly mark: CallMark;
  /** Whether another account is signed in than the one that it began with. It must not be sent then. */
  isForeign(): boolean;
  /**
   * To be awaited before it is sent, where there is one: it may belong to another account, so a person is asked first.
   * Undefined for nearly all.
   */
  ready(): Promise<void> | undefined;
  /** Waits until the failed call may be sent again; rejects with what its caller gets otherwise. */
  heal(error: unknown): Promise<void>;
  /** Says that it was answered well. */
  succeed(): void;
}

/** Begins to track a call. With the mark of one that has begun before, it is not refused any more. */
export type TrackCall = (options: CallOptions, begun?: CallMark) => TrackedCall;
