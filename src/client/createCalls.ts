import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";
import { isAsking } from "./isAsking.js";
import type { Reauth } from "./Reauth.js";

/** How one call waits for a reauthorization. */
export interface CallOptions {
  /** Whether it stays open until somebody has signed in again. */
  readonly hold: boolean;
  readonly replay: ReplayRule;
  /** What it asks for, when it only reads: while somebody is asked to sign in, what has failed for want of it is not sent. */
  readonly key?: string | undefined;
  /** Asked for when it is needed: to read it can mean to use it. */
  signal?(): AbortSignal | undefined;
}

/** One call, from its start until it is answered. */
export interface Call {
  /** Waits until the failed call may be sent again; rejects with what its caller gets otherwise. */
  heal(error: unknown): Promise<void>;
}

/** Sent again so often at most: what fails a third time is not healed by a fourth. */
const maxReplays = 2;

/** Notes the start of calls, so that each failure is judged by the session that its call asked with. */
export function createCalls(diagnose: (error: unknown) => Diagnosis, reauth: Reauth): (options: CallOptions) => Call {
  const refused = new Map<string, { readonly error: unknown; readonly epoch: number }>();
  /** What was given up once is not taken up again by a guard around the guard. */
  const givenUp = new WeakSet<object>();

  function refuse({ key }: CallOptions): void {
    if (key === undefined || refused.size === 0) return;
    if (!isAsking(reauth.getSnapshot())) return refused.clear();
    const found = refused.get(key);
    if (found !== undefined && found.epoch === reauth.getSnapshot().epoch) throw found.error;
  }

  function giveUp(error: unknown): never {
    if (typeof error === "object" && error !== null) givenUp.add(error);
    throw error;
  }

  return (options) => {
    refuse(options);
    let start = reauth.getSnapshot();
    let replays = 0;
    return {
      async heal(error) {
        const diagnosis = diagnose(error);
        const { hold, replay, key, signal } = options;
        if (diagnosis.retry !== "auth" || givenUp.has(error as object)) throw error;
        // what a flow itself asks the app's server can't wait for that flow
        const isFlows = start.status === "opening" || start.status === "verifying";
        const isHealed = start.epoch < reauth.getSnapshot().epoch;
        if (replays >= maxReplays || replay === "never" || (isFlows && !isHealed)) {
          reauth.require(diagnosis, start.epoch);
          return giveUp(error);
        }
        if (!hold && !isHealed) {
          reauth.require(diagnosis, start.epoch);
          if (key !== undefined) refused.set(key, { error, epoch: start.epoch });
          throw error;
        }
        await reauth.hold(diagnosis, { replay, error, signal: signal?.() }, start.epoch).catch(giveUp);
        replays += 1;
        start = reauth.getSnapshot();
      },
    };
  };
}
