import { read } from "../base/safely.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { HeldCall, Reauth } from "./Reauth.js";
import { isRefused } from "../diagnose/readSession.js";
import { TencentError } from "../diagnose/TencentError.js";
import { cancellation } from "./cancellation.js";
import { createRefused, createRepeats } from "./repeatedCalls.js";
import type { CallMarks, TrackCall } from "./TrackedCall.js";
import type { Renewal } from "./Engine.js";
import type { CallMark } from "../model/ReauthSnapshot.js";

/** What fails a third time is not healed by a fourth. */
const maxReplays = 2;
const maxCauses = 8;

/** What it needs of its client. Off: nothing is held, refused or remembered. */
export interface CallParts {
  diagnose(error: unknown, about?: { readonly isFailed: boolean }): Diagnosis;
  readonly reauth: Reauth;
  readonly marks: CallMarks;
  readonly renewal?: Pick<Renewal, "before"> | undefined;
  isOff(): boolean;
}

/** Notes the start of calls, so that each failure is judged by the session and the account that its call asked with. */
export function createCallTracker({ diagnose, reauth, marks, isOff, renewal }: CallParts): TrackCall {
  const refused = createRefused(reauth);
  const repeats = createRepeats();
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

  return (options, begun, isFlows = reauth.isOwn()) => {
    const { key, hold, replay, signal, label, call = [] } = options;
    if (begun === undefined) refused.check(key);
    const isChange = key === undefined && call.length > 0;
    const known = begun ?? options.repeats?.mark;
    const first = known === undefined && isChange ? repeats.find(call) : undefined;
    let mark = known ?? first?.mark ?? marks.mark(isChange, key);
    let replays = 0;
    let isProbe = false;
    /** What it was held for. */
    let owed: Diagnosis | undefined;
    const settle = (isWell: boolean): void => {
      if (owed !== undefined) reauth.settled(owed, isWell, isChange);
      owed = undefined;
    };
    /** What it failed with last. */
    let failure = first && diagnose(first.error);

    function heldBy(error: unknown): HeldCall & { readonly mark: CallMark } {
      return { replay, mark, error, signal: signal?.(), isReading: key !== undefined };
    }

    async function waitFor(diagnosis: Diagnosis, error: unknown): Promise<void> {
      failure = owed = diagnosis;
      const { method = "", path = "" } = diagnosis.failure;
      const named = label ?? `${method} ${path}`.trim();
      const held = { ...heldBy(error), ...(named !== "" && { label: named }) };
      const how = await reauth.hold(diagnosis, held).catch((reason: unknown) => {
        settle(false);
        // an abort is the app's own, and has no class of the kit's
        if (reason instanceof TencentError && diagnose(reason).category === "cancelled")
          repeats.giveUp(error, reason, reauth.getSnapshot(diagnosis).epoch);
        throw reason;
      });
      isProbe = how === "probe";
      replays += isProbe ? 0 : 1;
      mark = marks.mark(isChange, key);
    }

    return {
      get mark() {
        return mark;
      },
      isForeign: () => reauth.belonging(mark) === "other",
      ready() {
        if (!isChange) return undefined;
        if (first?.givenUp?.epoch === reauth.getSnapshot(failure).epoch) return Promise.reject(first.givenUp.reason);
        const belonging = reauth.belonging(mark, failure ?? (options.failed && diagnose(options.failed())));
        if (belonging === "same") return undefined;
        const error = cancellation();
        if (belonging === "other") return Promise.reject(error);
        return waitFor(diagnose(error), error).then(() => repeats.forget(options.failed?.()));
      },
      async heal(error) {
        settle(false);
        if (isOff()) throw error;
        const diagnosis = diagnose(error);
        if (isChange) repeats.note(call, mark, error);
        if (diagnosis.retry !== "auth" || isGivenUp(error)) throw error;
        const isOwn = isFlows || reauth.isOwn(options);
        const mayWait = !isOwn && replay !== "never";
        const renewed = mayWait ? renewal?.before(diagnosis, mark, () => heldBy(error)) : undefined;
        if (renewed !== undefined) await renewed.catch(giveUp);
        const isHealed = reauth.isHealed(mark, diagnosis);
        // what a flow itself asks the app's server can't wait for that flow
        const isStuck = !isHealed && isOwn;
        if (replays >= maxReplays || replay === "never" || isStuck) {
          reauth.require(diagnosis, mark);
          return giveUp(error);
        }
        if (!hold && !isHealed) {
          reauth.require(diagnosis, mark);
          refused.add(key, error, diagnosis);
          throw error;
        }
        await waitFor(diagnosis, error).catch(giveUp);
      },
      succeed(answer) {
        marks.noteAnswer(key);
        settle(owed !== undefined && !isRefused(answer));
        if (isProbe) reauth.renewed(undefined, failure);
        isProbe = false;
      },
    };
  };
}
