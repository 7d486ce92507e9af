import type { QueryCacheNotifyEvent } from "@tanstack/react-query";
import { read } from "../../base/safely.js";
import type { CachedQuery } from "./createRefetch.js";

type ObserverEvent = Extract<QueryCacheNotifyEvent, { readonly type: "observerAdded" }>;

/** An observer of a query, of any type. */
export type CachedObserver = ObserverEvent["observer"];

/** Tracks the observers of each query. */
export interface ObserverTracker {
  onCache(event: QueryCacheNotifyEvent): void;
  of(query: CachedQuery): readonly CachedObserver[];
}

/** Early versions report observers by events only: there, those from before the first event stay unknown. */
export function trackObservers(): ObserverTracker {
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
