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
  /** Lets the calls with this rule go on, all without one. */
  release(replay?: ReplayRule): void;
  /** Sends them away: with `reason`, or each with the error it came with. */
  dismiss(reason?: Error): void;
}

interface Seat extends Waiter {
  readonly leave: (error?: unknown) => void;
}

/** Each call stays at most `holdMs`. Nothing is left behind by one that leaves: no timer, no listener. */
export function createWaitingRoom(holdMs: number, onChange: () => void): WaitingRoom {
  const seats = new Set<Seat>();
  const those = (replay?: ReplayRule): Seat[] => [...seats].filter((seat) => replay === undefined || seat.replay === replay);
  return {
    enter: (waiter) =>
      new Promise<void>((resolve, reject) => {
        const { signal } = waiter;
        const leave = (...failed: readonly unknown[]): void => {
          if (!seats.delete(seat)) return;
          clearTimeout(timer);
          signal?.removeEventListener("abort", abort);
          if (failed.length === 0) resolve();
          else reject(failed[0] as Error);
          onChange();
        };
        const abort = (): void => {
          leave(signal?.reason);
        };
        const seat: Seat = { ...waiter, leave };
        const timer = setTimeout(leave, holdMs, waiter.error);
        seats.add(seat);
        signal?.addEventListener("abort", abort);
        if (signal?.aborted === true) abort();
        else onChange();
      }),
    count: (replay) => those(replay).length,
    release(replay) {
      for (const seat of those(replay)) seat.leave();
    },
    dismiss(reason) {
      for (const seat of those()) seat.leave(reason ?? seat.error);
    },
  };
}
