import type { ReplayRule } from "../model/ReauthSnapshot.js";

/** A held call. */
export interface Waiter {
  readonly replay: ReplayRule;
  /** What it failed with: what its caller gets when nobody heals it. */
  readonly error: unknown;
  readonly signal: AbortSignal | undefined;
}

/** Held calls between their failure and what becomes of them. */
export interface WaitingRoom {
  /** Resolves when the call may be sent again; rejects with its own error, its abort's reason, or a cancellation. */
  enter(waiter: Waiter): Promise<void>;
  count(replay?: ReplayRule): number;
  /** Lets the calls with this rule go on. */
  release(replay: ReplayRule): void;
  /** Sends all away: with `reason`, or each with the error it came with. */
  dismiss(reason?: Error): void;
}

interface Seat extends Waiter {
  resolve(): void;
  reject(reason: unknown): void;
}

/** Longer than this, a browser's timer fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Each call stays at most `holdMs`. Nothing is left behind by one that leaves: no timer, no listener. */
export function createWaitingRoom(holdMs: number, onChange: () => void): WaitingRoom {
  const seats = new Set<Seat>();
  let toConfirm = 0;

  async function enter(waiter: Waiter): Promise<void> {
    const { signal, error } = waiter;
    if (signal?.aborted === true) throw reasonOf(waiter);
    return new Promise<void>((resolve, reject: (reason: Error) => void) => {
      const leave = (settle: () => void): void => {
        if (!seats.delete(seat)) return;
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        if (waiter.replay === "confirm") toConfirm -= 1;
        settle();
        onChange();
      };
      const abort = (): void => seat.reject(reasonOf(waiter));
      const seat: Seat = {
        ...waiter,
        resolve: () => leave(resolve),
        reject: (reason) => leave(() => reject(reason as Error)),
      };
      const timer = setTimeout(seat.reject, Math.min(holdMs, longestTimerMs), error);
      seats.add(seat);
      if (waiter.replay === "confirm") toConfirm += 1;
      signal?.addEventListener("abort", abort);
      onChange();
    });
  }

  return {
    enter,
    count: (replay) => (replay === undefined ? seats.size : replay === "confirm" ? toConfirm : seats.size - toConfirm),
    release(replay) {
      for (const seat of [...seats]) if (seat.replay === replay) seat.resolve();
    },
    dismiss(reason) {
      for (const seat of [...seats]) seat.reject(reason ?? seat.error);
    },
  };
}

/** An older browser's signal tells no reason. */
function reasonOf({ signal, error }: Waiter): unknown {
  return signal?.reason ?? error;
}
