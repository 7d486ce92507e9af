import type { CachedQuery } from "./createRefetch.js";
import type { CachedObserver, ObserverTracker } from "./trackObservers.js";

/** Knows what the page still shows of queries that the app took out of the cache. */
export interface Orphans {
  add(query: CachedQuery): void;
  remove(observer: CachedObserver): void;
  /** Gives each of them its query again, which is fetched as its own rules say. */
  adopt(): void;
}

/** A removed query is never fetched again: what shows it would wait for ever. */
export function trackOrphans(observers: ObserverTracker): Orphans {
  const orphans = new Set<CachedObserver>();
  return {
    add(query) {
      for (const observer of observers.of(query)) orphans.add(observer);
    },
    remove: (observer) => void orphans.delete(observer),
    adopt() {
      const all = [...orphans];
      orphans.clear();
      for (const observer of all) observer.setOptions(observer.options);
    },
  };
}
