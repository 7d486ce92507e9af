import type { CachedObserver, CachedQuery, ObserverTracker } from "./FirstNotes.js";

/** Tracks the observers of queries that the app removed from the cache. */
interface Orphans {
  add(query: CachedQuery): void;
  remove(observer: CachedObserver): void;
  /** Gives each of them its query again, which is fetched by its own options. */
  adopt(): void;
}

/** A removed query is never fetched again: its observers would wait for ever. */
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
