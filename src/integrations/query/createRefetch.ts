import { notifyManager, type QueryCacheNotifyEvent, type QueryFunction } from "@tanstack/react-query";
import { createThrottle } from "../throttle.js";
import { pageState } from "./batchNotifications.js";

/** A query of any kind, as the cache knows it. */
export type CachedQuery = QueryCacheNotifyEvent["query"];

/** Fetches many queries again, but sends their calls not as a herd. */
export interface Refetch {
  /** All are under way at once as far as the page can see, in one commit. Their functions are called in turn. */
  add(queries: Iterable<CachedQuery>): void;
  /** The same for one. Resolves when it is over. */
  ask(query: CachedQuery): Promise<void>;
  /** Calls off what was not sent yet, and leaves no timer behind. */
  clear(): void;
}

interface Turn {
  readonly query: CachedQuery;
  take(): unknown;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** A query that may no longer be fetched when its turn comes is called off. */
export function createRefetch(mayGo: (query: CachedQuery) => boolean): Refetch {
  const spread = createThrottle<Turn>(async ({ query, take, resolve, reject }) => {
    if (!mayGo(query)) return () => callOff(query);
    try {
      const value = await take();
      return () => resolve(value);
    } catch (error) {
      return () => reject(error);
    }
  });
  /** What a query's function was before it waited for its turn, since a query keeps what it was fetched with. */
  const originals = new WeakMap<object, QueryFunction>();

  function begin(query: CachedQuery): Promise<void> {
    const { options, state } = query;
    let turn: Turn | undefined;
    // a page of a list that failed is asked for as that page
    const fetchMore = state.status === "error" ? state.fetchMeta?.fetchMore : undefined;
    const meta = fetchMore ? { fetchMore } : {};
    pageState().healing.add(meta);
    const given = options.queryFn;
    const send: QueryFunction | undefined = typeof given === "function" ? (originals.get(given) ?? given) : undefined;
    const inTurn: QueryFunction = (context) =>
      turn
        ? send?.(context)
        : new Promise<unknown>((resolve, reject) => {
            turn = { query, take: () => send?.(context), resolve, reject };
            spread.add(turn);
          });
    if (send) originals.set(inTurn, send);
    const end = (): void => {
      if (turn) spread.remove(turn);
    };
    return query.fetch(send && { ...options, queryFn: inTurn }, { meta }).then(end, end);
  }

  return {
    add(queries) {
      notifyManager.batch(() => {
        for (const query of queries) void begin(query);
      });
    },
    ask: begin,
    clear() {
      for (const { query } of spread.clear()) callOff(query);
    },
  };
}

function callOff(query: CachedQuery): void {
  void query.cancel({ revert: true });
}
