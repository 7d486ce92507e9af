import { attempt } from "../core/attempt.js";
import { read } from "../core/read.js";

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
export interface SwrCaches {
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
