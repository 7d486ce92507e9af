import { attempt } from "../base/safely.js";
import type { ReplayRule } from "../model/ReauthSnapshot.js";
import type { AccountMark, Belonging } from "./Accounts.js";
import { cancellation } from "./cancellation.js";

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
  /** Asked after a while: what it waits for may be waiting for it. */
  isStuck?(): boolean;
}

/** What a person is asked: how many changes are to be sent, and some of their labels. */
export interface Question {
  readonly toConfirm: number;
  readonly waiting: readonly string[];
}

/** Why a held call goes on: it is healed, or it goes first to find out. */
export type Release = "go" | "probe";

/** Held calls between their failure and what becomes of them. */
export interface HeldCalls {
  /** Resolves when the call may be sent again; rejects with its own error, its abort's reason, or a cancellation. */
  add(waiter: HeldCall): Promise<Release>;
  count(): number;
  /** `isAll`: each of them needs a yes now. */
  question(isAll?: boolean): Question;
  /** Lets go on what needs no question, or everything after a yes. What another account began is cancelled. */
  release(isAgreed?: boolean): void;
  /** Lets one call go first: a reading, or any after a yes. Whether there was one. */
  probe(isAgreed?: boolean): boolean;
  /** Sends all away: with `reason`, or each with the error it came with. */
  rejectAll(reason?: Error): void;
}

interface Entry extends HeldCall {
  resolve(how: Release): void;
  reject(reason: unknown): void;
}

/** Longer than this, a browser's timer fires at once. */
const longestTimerMs = 2 ** 31 - 1;
/** A code is mostly exchanged by then. */
const stuckMs = 3000;
/** More of them are counted, not named. */
const maxLabels = 5;

/** Each call stays at most `holdMs`. Nothing is left behind by one that leaves: no timer, no listener. */
export function createHeldCalls(
  holdMs: number,
  belonging: (mark: AccountMark) => Belonging,
  onChange: () => void,
): HeldCalls {
  const seats = new Set<Entry>();
  // a reading changes nothing: where the account can't be known it is sent again, as queries are
  const needsYes = (seat: Entry): boolean =>
    seat.replay === "confirm" || (seat.isReading !== true && belonging(seat.mark) !== "same");

  async function enter(waiter: HeldCall): Promise<Release> {
    const { signal, error } = waiter;
    if (signal?.aborted === true) throw reasonOf(waiter);
    return new Promise<Release>((resolve, reject: (reason: Error) => void) => {
      const leave = (settle: () => void): void => {
        if (!seats.delete(seat)) return;
        clearTimeout(timer);
        clearTimeout(stuckTimer);
        signal?.removeEventListener("abort", abort);
        leaveWarning(seats, seats.size > 0);
        settle();
        onChange();
      };
      const abort = (): void => seat.reject(reasonOf(waiter));
      const seat: Entry = {
        ...waiter,
        resolve: (how) => leave(() => resolve(how)),
        reject: (reason) => leave(() => reject(reason as Error)),
      };
      const timer = setTimeout(seat.reject, Math.min(holdMs, longestTimerMs), error);
      const giveUp = (): void => {
        if (waiter.isStuck?.() === true) seat.reject(error);
      };
      const stuckTimer = waiter.isStuck && setTimeout(giveUp, stuckMs);
      seats.add(seat);
      leaveWarning(seats, true);
      signal?.addEventListener("abort", abort);
      onChange();
    });
  }

  function settle(seat: Entry, how: Release): void {
    if (belonging(seat.mark) === "other") seat.reject(cancellation());
    else seat.resolve(how);
  }

  return {
    add: enter,
    count: () => seats.size,
    question(isAll = false) {
      const asked = [...seats].filter((seat) => isAll || needsYes(seat));
      const labels = new Set(asked.flatMap(({ label }) => label ?? []));
      return { toConfirm: asked.length, waiting: [...labels].slice(0, maxLabels) };
    },
    release(isAgreed = false) {
      for (const seat of [...seats])
        if (isAgreed || !needsYes(seat) || belonging(seat.mark) === "other") settle(seat, "go");
    },
    probe(isAgreed = false) {
      const seat = [...seats].find(({ isReading }) => isAgreed || isReading);
      if (seat !== undefined) settle(seat, "probe");
      return seat !== undefined;
    },
    rejectAll(reason) {
      for (const seat of [...seats]) seat.reject(reason ?? seat.error);
    },
  };
}

/** An older browser's signal tells no reason. */
function reasonOf({ signal, error }: HeldCall): unknown {
  return signal?.reason ?? error;
}

const holders = new Set<object>();

/** While something is held, the browser asks before the page is left: what is held would be lost with it. */
function leaveWarning(holder: object, isHolding: boolean): void {
  const before = holders.size;
  if (isHolding) holders.add(holder);
  else holders.delete(holder);
  if (before === 0 && holders.size > 0) attempt(() => addEventListener("beforeunload", ask));
  if (before > 0 && holders.size === 0) attempt(() => removeEventListener("beforeunload", ask));
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // what older browsers ask by
  Object.assign(event, { returnValue: true });
}
