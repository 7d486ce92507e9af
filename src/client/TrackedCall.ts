import type { CallMark, ReplayRule } from "../model/ReauthSnapshot.js";

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
  /** Says that it was answered well. A person is not told that a change was sent whose `answer` says no. */
  succeed(answer?: unknown): void;
}

/**
 * Begins to track a call. With the mark of one that has begun before, it is not refused any more. `isFlows`: it began inside of a flow. Default:
 * whether it does so now.
 */
export type TrackCall = (options: CallOptions, begun?: CallMark, isFlows?: boolean) => TrackedCall;

/** How a guarded call waits for a reauthorization. What `meta.tencent` of a query or a mutation says counts more. */
export interface GuardOptions {
  /**
   * How it waits for a reauthorization. `never`: it fails at once. `auto`: it stays open and is sent again by itself, for calls that
   * may safely run twice. `confirm`: it stays open and is sent again after one question for all of them; what only reads is not asked
   * about. Default: `confirm`; a query's function (it is called with a `queryKey`) fails at once and is fetched again.
   */
  readonly replay?: ReplayRule | undefined;
  /** @deprecated Use `replay`: `"never"` in place of false, `"confirm"` (asks about changes) or `"auto"` (asks nothing) in place of true. */
  readonly hold?: boolean | undefined;
  /** What it asks for, when it only reads: it is not sent again while a sign-in is pending. Default: the `queryKey`. */
  readonly key?: string | undefined;
  /** What it does, for the question before it is sent again: `Save the note`. Default: its method and path, where they are known. */
  readonly label?: string | undefined;
}

/**
 * Wraps a function so that its calls survive a reauthorization.
 * @example
 * ```ts
 * import { createTencentErrorClient, unwrap } from "tencent-error-kit/core";
 *
 * const client = createTencentErrorClient();
 * // safe to send twice, since the server knows the key of a change that it has made already
 * export const addFriend = client.guard(
 *   async (name: string) => {
 *     const response = await fetch(`/api/friends/${name}`, { method: "PUT" });
 *     return unwrap(await response.json(), response);
 *   },
 *   { replay: "auto" },
 * );
 * ```
 */
export type Guard = <Args extends readonly unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
  options?: GuardOptions,
) => (...args: Args) => Promise<Result>;

/** Marks calls by what they do, so that a prompt interrupts for a person's own acts only. */
export interface CallMarks {
  /** Notes that a call begins. `key`: it only reads, and what it asks for. */
  mark(isChange: boolean, key: string | undefined): CallMark;
  /** This reading went well: its next ones read again what is there. */
  noteAnswer(key: string | undefined): void;
}
