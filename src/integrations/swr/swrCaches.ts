import { attempt, read } from "../../base/safely.js";

/** One of SWR's caches with what changes it, as its configuration gives them. */
export interface SwrCache {
  keys(): readonly string[];
  /** What a key failed with, if it did. */
  errorOf(key: string): unknown;
  /** Asks for a key again where the page shows it. Returns whether that is under way, and when it is over. */
  refetch(key: string): { readonly isSent: boolean; readonly done: unknown };
  /** Lets a key stand as if it had not failed. */
  clearError(key: string): void;
  /** Removes all that was read, and asks again for what the page shows. */
  drop(): void;
}

/** The caches that the hooks of a page have used and that are still there. */
interface SwrCaches {
  /** Notes the cache that a hook's configuration names. */
  see(config: object): void;
  all(): readonly SwrCache[];
}

/** Keeps none of them alive. */
export function createSwrCaches(): SwrCaches {
  const known = new WeakMap<object, SwrCache>();
  const caches = new Set<WeakRef<SwrCache>>();
  return {
    see(config) {
      const cache = read(config, "cache");
      if (typeof cache !== "object" || cache === null || known.has(cache)) return;
      const seen = createSwrCache(cache, config);
      known.set(cache, seen);
      caches.add(new WeakRef(seen));
    },
    all() {
      return [...caches].flatMap((ref) => {
        const cache = ref.deref();
        if (cache === undefined) caches.delete(ref);
        return cache ?? [];
      });
    },
  };
}

function createSwrCache(cache: object, config: object): SwrCache {
  const mutate = read(config, "mutate");
  const unload = read(config, "unload");
  const stateOf = (key: string): unknown => call(read(cache, "get"), cache, key);
  const keys = (): readonly string[] =>
    attempt(() => [...(call(read(cache, "keys"), cache) as Iterable<string>)]) ?? [];
  return {
    keys,
    errorOf: (key) => read(stateOf(key), "error"),
    refetch(key) {
      const done = call(mutate, undefined, key);
      return { isSent: read(stateOf(key), "isValidating") === true, done };
    },
    clearError: (key) => void call(mutate, undefined, key, (data: unknown) => data, { revalidate: false }),
    drop() {
      // forgets what `keepPreviousData` keeps as well; missing in early versions
      if (typeof unload === "function") return void call(unload, undefined);
      for (const key of keys()) void call(mutate, undefined, key, undefined, { revalidate: true });
    },
  };
}

function call(target: unknown, self: unknown, ...args: readonly unknown[]): unknown {
  return typeof target === "function" ? Reflect.apply(target, self, args) : undefined;
}

/** The changes that SWR's mutations make. */
interface SwrChanges {
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
