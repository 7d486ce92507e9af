import { attempt, read } from "../../base/safely.js";

/** One of SWR's caches with its `mutate`, from a configuration. */
export interface SwrCache {
  keys(): readonly string[];
  /** The error of a key, if it failed. */
  errorOf(key: string): unknown;
  /** Revalidates a key where the page shows it. Returns whether that has begun, and a promise of its end. */
  refetch(key: string): { readonly isSent: boolean; readonly done: unknown };
  /** Clears a key's error. */
  clearError(key: string): void;
  /** Removes all data, and revalidates what the page shows. */
  drop(): void;
}

/** The caches that the page's hooks have used, held weakly. */
interface SwrCaches {
  /** Notes the cache that a hook's configuration names. */
  see(config: object): void;
  all(): readonly SwrCache[];
}

/** Holds the caches weakly. */
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
      // clears what `keepPreviousData` keeps as well; missing in early versions
      if (typeof unload === "function") {
        // a key without data of its own may show another one's, and is only rendered anew when its data changes
        for (const key of keys())
          if (read(stateOf(key), "data") === undefined) void call(mutate, undefined, key, null, { revalidate: false });
        return void call(unload, undefined);
      }
      for (const key of keys()) void call(mutate, undefined, key, undefined, { revalidate: true });
    },
  };
}

function call(target: unknown, self: unknown, ...args: readonly unknown[]): unknown {
  return typeof target === "function" ? Reflect.apply(target, self, args) : undefined;
}

/** The calls of SWR's mutations. */
interface SwrChanges {
  /** Counts a call until its callers' handlers have run. */
  track(change: Promise<unknown>): Promise<unknown>;
  /** Notes a hook that shows a mutation's state. */
  see(answer: unknown): void;
  /** Marks the running calls as a former account's; `onSettled` is called when they are over. */
  retire(onSettled: () => void): void;
  /** Resets the hooks. */
  reset(): void;
}

/** Holds the hooks weakly. */
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
        // callers that await it continue in this task
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
      // a hook that is reset reports a running call as a success
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
