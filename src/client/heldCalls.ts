import { attempt } from "../base/safely.js";
import { cancellation } from "./cancellation.js";
import type { HeldCall, HeldCalls, Release } from "./Reauth.js";
import type { ReauthStore } from "./reauthStore.js";
import type { AccountMark, Belonging } from "../model/ReauthSnapshot.js";

interface Entry extends HeldCall {
  /** Waits for its turn in a crowd. */
  turn?: ReturnType<typeof setTimeout>;
  resolve(how: Release): void;
  reject(reason: unknown): void;
}

/** Longer than this, a browser's timer fires at once. */
const longestTimerMs = 2 ** 31 - 1;
/** A code is mostly exchanged by then: longer, and the exchange may wait for the held call itself. */
const stuckMs = 3000;
/** So many go on at once; of a larger crowd, no more than a seventh within 100 ms. */
const crowd = 6;
const spreadMs = 750;
/** More of them are counted, not named. */
const maxLabels = 5;

/** Each call stays at most `holdMs`. Nothing is left behind by one that leaves: no timer, no listener. */
export function createHeldCalls(
  holdMs: number,
  belonging: (mark: AccountMark) => Belonging,
  { get, publishSoon: onChange }: Pick<ReauthStore, "get" | "publishSoon">,
): HeldCalls {
  const entries = new Set<Entry>();
  const warn = createLeaveWarning(get);
  let changes = 0;
  // a reading changes nothing: where the account can't be known it is sent again, as queries are
  const needsYes = (entry: Entry): boolean =>
    entry.replay === "confirm" || (entry.isReading !== true && belonging(entry.mark) !== "same");

  /** Those that nothing has let go yet. */
  const waiting = (): readonly Entry[] => [...entries].filter(({ turn }) => turn === undefined);

  async function add(call: HeldCall): Promise<Release> {
    const { signal, error } = call;
    const weight = call.isReading === true ? 0 : 1;
    if (signal?.aborted === true) throw reasonOf(call);
    return new Promise<Release>((resolve, reject: (reason: Error) => void) => {
      const settleOnce = (settle: () => void): void => {
        if (!entries.delete(entry)) return;
        changes -= weight;
        clearTimeout(timer);
        clearTimeout(stuckTimer);
        clearTimeout(entry.turn);
        signal?.removeEventListener("abort", abort);
        warn(changes > 0);
        settle();
        onChange();
      };
      const abort = (): void => entry.reject(reasonOf(call));
      const entry: Entry = {
        ...call,
        resolve: (how) => settleOnce(() => resolve(how)),
        reject: (reason) => settleOnce(() => reject(reason as Error)),
      };
      const timer = setTimeout(entry.reject, Math.min(holdMs, longestTimerMs), error);
      const giveUp = (): void => {
        if (call.isStuck?.() === true) entry.reject(error);
      };
      const stuckTimer = call.isStuck && setTimeout(giveUp, stuckMs);
      entries.add(entry);
      changes += weight;
      warn(changes > 0);
      signal?.addEventListener("abort", abort);
      onChange();
    });
  }

  const settle = (entry: Entry, how: Release): void =>
    belonging(entry.mark) === "other" ? entry.reject(cancellation()) : entry.resolve(how);

  return {
    add,
    count: () => entries.size,
    changes: () => changes,
    question(isAll = false) {
      const asked = waiting().filter((entry) => isAll || needsYes(entry));
      const labels = new Set(asked.flatMap(({ label }) => label ?? []));
      const unsure = asked.some(({ isReading, mark }) => isReading !== true && belonging(mark) !== "same");
      return { toConfirm: asked.length, waiting: [...labels].slice(0, maxLabels), unsure };
    },
    release(isAgreed = false, isSpread = true) {
      const isOther = ({ mark }: Entry): boolean => belonging(mark) === "other";
      const due = waiting().filter((entry) => isAgreed || !needsYes(entry) || isOther(entry));
      due.forEach((entry, place) => {
        if (due.length <= crowd || !isSpread || isOther(entry)) settle(entry, "go");
        else entry.turn = setTimeout(settle, (place / due.length) * spreadMs, entry, "go");
      });
    },
    probe(isAgreed = false) {
      const entry = waiting().find(({ isReading }) => isAgreed || isReading);
      if (entry !== undefined) settle(entry, "probe");
      return entry !== undefined;
    },
    rejectAll(reason) {
      for (const entry of [...entries]) entry.reject(reason ?? entry.error);
    },
  };
}

/** An older browser's signal tells no reason. */
function reasonOf({ signal, error }: HeldCall): unknown {
  return signal?.reason ?? error;
}

/**
 * While something is held, the browser asks before the page is left: what is held would be lost with it. Not where the flow leaves it at a
 * person's click: the prompt has said so.
 */
function createLeaveWarning(get: ReauthStore["get"]): (isHolding: boolean) => void {
  const ask = (event: BeforeUnloadEvent): void => {
    if (get().status === "opening") return;
    event.preventDefault();
    // what older browsers ask by
    Object.assign(event, { returnValue: true });
  };
  // the same listener is added once, however often
  return (isHolding) => attempt(() => (isHolding ? addEventListener : removeEventListener)("beforeunload", ask));
}
