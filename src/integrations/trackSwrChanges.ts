import { read } from "../core/read.js";

/** The changes that SWR's mutations make. */
export interface SwrChanges {
  /** Counts a change until its callers have heard of its end. */
  track(change: Promise<unknown>): Promise<unknown>;
  /** Notes a hook that shows what became of a change. */
  see(answer: unknown): void;
  /** What is under way is a former account's: `onSettled` is told when it is over. */
  retire(onSettled: () => void): void;
  /** Lets the hooks show none. */
  reset(): void;
}

/** Keeps no hook alive. */
export function trackSwrChanges(): SwrChanges {
  const running = new Set<Promise<unknown>>();
  const known = new WeakSet();
  const resets = new Set<WeakRef<() => unknown>>();
  let settled: (() => void) | undefined;
  let former = new Set<Promise<unknown>>();

  function end(change: Promise<unknown>): void {
    running.delete(change);
    if (former.delete(change) && former.size === 0) settled?.();
  }

  return {
    async track(change) {
      running.add(change);
      try {
        return await change;
      } finally {
        // callers that await it go on in this task
        setTimeout(() => end(change), 0);
      }
    },
    see(answer) {
      const reset = read(answer, "reset");
      if (!isCallable(reset) || known.has(reset) || typeof read(answer, "trigger") !== "function") return;
      known.add(reset);
      resets.add(new WeakRef(reset));
    },
    retire(onSettled) {
      settled = onSettled;
      former = new Set(running);
    },
    reset() {
      // a hook that is reset tells a change under way as one that went well
      if (running.size > 0) return;
      for (const ref of resets) {
        const reset = ref.deref();
        if (reset) reset();
        else resets.delete(ref);
      }
    },
  };
}

function isCallable(value: unknown): value is () => unknown {
  return typeof value === "function";
}
