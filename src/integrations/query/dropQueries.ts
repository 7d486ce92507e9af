import { notifyManager, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import { attempt } from "../../base/safely.js";
import type { CachedObserver, CachedQuery, ObserverTracker } from "./FirstNotes.js";

/** Drops the data of another account. */
interface Drop {
  /** Removes all queries with their data, and builds and fetches anew those that the page shows. */
  dropAll(): void;
  /** The same for one. */
  drop(query: CachedQuery): void;
  /** Whether a drop is running: the cache's events meanwhile are its own. */
  isAtWork(): boolean;
  /** Whether this event restores data from before the last drop: a late roll-back, or a repeated hydration. */
  isStale(event: QueryCacheNotifyEvent): boolean;
}

/** The state of a query that was never fetched. */
const unfetched = {
  data: undefined,
  dataUpdatedAt: 0,
  dataUpdateCount: 0,
  error: null,
  errorUpdateCount: 0,
  fetchFailureCount: 0,
  fetchFailureReason: null,
  fetchMeta: null,
  fetchStatus: "idle",
  isInvalidated: false,
} as const;

/** `isSettling`: mutations of the former account are still running, so data that is set by hand may be theirs. */
export function createQueryDrop(
  queryClient: QueryClient,
  observers: ObserverTracker,
  fetchAnew: (queries: Iterable<CachedQuery>) => void,
  isSettling: () => boolean,
): Drop {
  const cache = queryClient.getQueryCache();
  let depth = 0;
  let droppedAt = -Infinity;

  function drop(queries: readonly CachedQuery[]): void {
    depth += 1;
    notifyManager.batch(() => {
      const shown = queries.flatMap((query) => [...observers.of(query)]);
      const kept = queries.filter((query) => query.getObserversCount() > observers.of(query).length);
      for (const query of queries) empty(query);
      const anew = new Set(kept.filter((query) => query.isActive()));
      for (const query of queries) {
        if (!kept.includes(query)) cache.remove(query);
        else query.setState({ status: "pending" });
      }
      for (const observer of shown) {
        const query = build(observer);
        if (attempt(() => isEnabled(observer, query)) !== false) anew.add(query);
      }
      // begun before the observers subscribe, which would fetch all at once
      fetchAnew(anew);
      for (const observer of shown) observer.setOptions(observer.options);
    });
    depth -= 1;
  }

  /** In error for a moment, since an observer keeps its placeholder for as long as a query is pending. */
  function empty(query: CachedQuery): void {
    void query.cancel({ silent: true });
    query.setState({ ...unfetched, status: "error" });
  }

  function build({ options }: CachedObserver): CachedQuery {
    return cache.build(queryClient, options);
  }

  function isStale(event: QueryCacheNotifyEvent): boolean {
    const { state, options } = event.query;
    if (depth > 0 || droppedAt === -Infinity || state.data === undefined) return false;
    if (event.type === "updated" && event.action.type === "success")
      return event.action.manual === true && isSettling();
    const isPut = event.type === "added" || (event.type === "updated" && event.action.type === "setState");
    // initial data is the app's own, and is fetched anew
    return isPut && state.dataUpdatedAt < droppedAt && options.initialData === undefined;
  }

  return {
    dropAll() {
      droppedAt = Date.now();
      drop(cache.getAll());
    },
    drop: (query) => drop([query]),
    isAtWork: () => depth > 0,
    isStale,
  };
}

/**
 * Reverts the fetch that a query begins in this task, before its function is called: the page sees no change. For the
 * time of the task, the query's own copy of its options holds another function, since a query offers no other way to stop a call.
 */
export function restQuery(query: CachedQuery): void {
  const { options } = query;
  const { queryFn } = options;
  options.queryFn = async () => new Promise(() => undefined);
  queueMicrotask(() => {
    Object.assign(options, { queryFn });
    void query.cancel({ revert: true });
  });
}

/**
 * Lets the function of a fetch that begins in this task wait: the page shows that it loads. As above, for the time of the task. What the
 * app gave as initial data may be the former account's: it stands until the first answer, so that one is not waited for.
 */
export function holdQuery({ options, state }: CachedQuery, until: Promise<void>): void {
  const { queryFn } = options;
  if (typeof queryFn !== "function" || state.data !== undefined) return;
  options.queryFn = async (context) => {
    await until;
    return queryFn(context) as unknown;
  };
  queueMicrotask(() => {
    Object.assign(options, { queryFn });
  });
}

/** Whether an observer is enabled. */
export function isEnabled({ options }: CachedObserver, query: CachedQuery): boolean {
  const { enabled } = options;
  return (typeof enabled === "function" ? enabled(query) : enabled) !== false;
}
