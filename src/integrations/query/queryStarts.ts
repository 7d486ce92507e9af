import { read } from "../../base/safely.js";
import { isByPerson, noteBackground } from "../../client/callMarks.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { Beginning, CachedObserver, CachedQuery, ObserverTracker, QueryStarts } from "./FirstNotes.js";

/** Follows the queries of a cache: whose session each fetch began in, and who observes them. */
export function createQueryStarts({ reauth }: TencentErrorClient): QueryStarts {
  const begun = new WeakMap<CachedQuery, Beginning>();
  return {
    begun,
    observers: trackObservers(),
    begin(query, isRenewal = false) {
      // its function is called in this task
      noteBackground(query.state.data !== undefined && !isByPerson());
      begun.set(query, { mark: reauth.mark(), isRenewal });
    },
  };
}

/** Early versions report observers by events only: there, those from before the first event stay unknown. */
function trackObservers(): ObserverTracker {
  const seen = new WeakMap<CachedQuery, Set<CachedObserver>>();
  return {
    onCache(event) {
      if (event.type === "observerAdded") {
        const observers = seen.get(event.query) ?? new Set();
        seen.set(event.query, observers.add(event.observer));
      } else if (event.type === "observerRemoved") seen.get(event.query)?.delete(event.observer);
    },
    of(query) {
      const own = read(query, "observers");
      return Array.isArray(own) ? [...query.observers] : [...(seen.get(query) ?? [])];
    },
  };
}
