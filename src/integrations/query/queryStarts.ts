import type { QueryCacheNotifyEvent } from "@tanstack/react-query";
import { read } from "../../base/safely.js";
import { isByPerson, noteBackground } from "../../client/callMarks.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { CachedQuery } from "./createRefetch.js";
import type { CallMark } from "../../model/ReauthSnapshot.js";

/** How a query's last call began. */
interface Beginning {
  readonly mark: CallMark;
  /** Fetched explicitly after it had failed: a good answer shows that there is a session again. */
  readonly isRenewal: boolean;
}

/** What is noted of each query while it can be: whose its last call is, and who observes it. */
export interface QueryStarts {
  readonly begun: WeakMap<CachedQuery, Beginning>;
  readonly observers: ObserverTracker;
  /** A call of it begins in this task. */
  begin(query: CachedQuery, isRenewal?: boolean): void;
}

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

type ObserverEvent = Extract<QueryCacheNotifyEvent, { readonly type: "observerAdded" }>;

/** An observer of a query, of any type. */
export type CachedObserver = ObserverEvent["observer"];

/** Tracks the observers of each query. */
export interface ObserverTracker {
  onCache(event: QueryCacheNotifyEvent): void;
  of(query: CachedQuery): readonly CachedObserver[];
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
