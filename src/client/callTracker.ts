import { read } from "../base/safely.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";
import type { CallMark, Reauth } from "./Reauth.js";
import { createCallMarks } from "./callMarks.js";
import { cancellation } from "./cancellation.js";
import { createRefused, createRepeats } from "./repeatedCalls.js";

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

/** What fails a third time is not healed by a fourth. */
const maxReplays = 2;
const maxCauses = 8;

/** What it needs of its client. Off: nothing is held, refused or remembered. */
export interface CallParts {
  diagnose(error: unknown): Diagnosis;
  readonly reauth: Reauth;
  isOff(): boolean;
}

/** Notes the start of calls, so that each failure is judged by the session and the account that its call asked with. */
export function createCallTracker({ diagnose, reauth, isOff }: CallParts): (options: CallOptions) => TrackedCall {
  const refused = createRefused(reauth);
  const repeats = createRepeats();
  const marks = createCallMarks(reauth);
  /** What was given up once is not taken up again by a guard around the guard. */
  const givenUp = new WeakSet<object>();

  function giveUp(error: unknown): never {
    if (typeof error === "object" && error !== null) givenUp.add(error);
    throw error;
  }

  /** Also inside an error of the app's own. */
  function isGivenUp(error: unknown): boolean {
    let inner = error;
    for (let depth = 0; depth < maxCauses && typeof inner === "object" && inner !== null; depth += 1) {
      if (givenUp.has(inner)) return true;
      inner = read(inner, "cause");
    }
    return false;
  }

  return (options) => {
    const { key, hold, replay, signal, label, call = [] } = options;
    if (isOff()) return passing;
    refused.check(key);
    const isChange = key === undefined && call.length > 0;
    let mark = options.repeats?.mark ?? (isChange ? repeats.find(call) : undefined) ?? marks.mark(isChange, key);
    const isFlows = reauth.isOwn();
    let replays = 0;
    let isProbe = false;

    async function waitFor(diagnosis: Diagnosis, error: unknown): Promise<void> {
      const { method = "", path = "" } = diagnosis.failure;
      const named = label ?? `${method} ${path}`.trim();
      const about = { isReading: key !== undefined, ...(named !== "" && { label: named }) };
      const held = { replay, mark, error, signal: signal?.(), ...about };
      isProbe = (await reauth.hold(diagnosis, held)) === "probe";
      replays += isProbe ? 0 : 1;
      mark = marks.mark(isChange, key);
    }

    return {
      get mark() {
        return mark;
      },
      isForeign: () => reauth.belonging(mark) === "other",
      ready() {
        const belonging = isChange ? reauth.belonging(mark) : "same";
        if (belonging === "same") return undefined;
        const error = cancellation();
        if (belonging === "other") return Promise.reject(error);
        return waitFor(diagnose(error), error).then(() => repeats.forget(options.failed?.()));
      },
      async heal(error) {
        if (isOff()) throw error;
        const diagnosis = diagnose(error);
        if (isChange) repeats.note(call, mark, error);
        if (diagnosis.retry !== "auth" || isGivenUp(error)) throw error;
        const isHealed = mark.epoch < reauth.getSnapshot().epoch;
        // what a flow itself asks the app's server can't wait for that flow
        const isStuck = !isHealed && (isFlows || reauth.isOwn(options));
        if (replays >= maxReplays || replay === "never" || isStuck) {
          reauth.require(diagnosis, mark);
          return giveUp(error);
        }
        if (!hold && !isHealed) {
          reauth.require(diagnosis, mark);
          refused.add(key, error);
          throw error;
        }
        await waitFor(diagnosis, error).catch(giveUp);
      },
      succeed() {
        marks.noteAnswer(key);
        if (isProbe) reauth.renewed();
        isProbe = false;
      },
    };
  };
}

/** A call on a server: it passes through. */
const passing: TrackedCall = {
  mark: { epoch: 0, session: 0, accountId: undefined },
  isForeign: () => false,
  ready: () => undefined,
  async heal(error) {
    throw error;
  },
  succeed: () => undefined,
};
