import { notifyManager, type QueryCacheNotifyEvent } from "@tanstack/react-query";
import { createSpread } from "./createSpread.js";
import { shared } from "./shared.js";

/** A query of any kind, as the cache knows it. */
export type CachedQuery = QueryCacheNotifyEvent["query"];

/** Fetches many queries again, but sends their calls not as a herd. */
export interface Refetch {
  /** All are under way at once as far as the page can see, in one commit. Their functions are called in turn. */
  add(queries: Iterable<CachedQuery>): void;
  /** Calls off what was not sent yet, and leaves no timer behind. */
  clear(): void;
}

interface Turn {
  readonly query: CachedQuery;
  take(): unknown;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** Whoever may no longer be fetched when its turn comes is called off. */
export function createRefetch(mayGo: (query: CachedQuery) => boolean): Refetch {
  const spread = createSpread<Turn>(async ({ query, take, resolve, reject }) => {
    if (!mayGo(query)) return () => callOff(query);
    try {
      const value = await take();
      return () => resolve(value);
    } catch (error) {
      return () => reject(error);
    }
  });

  function begin(query: CachedQuery): void {
    const { options } = query;
    let turn: Turn;
    const behavior: typeof options.behavior = {
      onFetch(context, own) {
        options.behavior?.onFetch(context, own);
        const take = context.fetchFn;
        context.fetchFn = () =>
          new Promise((resolve, reject) => {
            turn = { query, take, resolve, reject };
            spread.add(turn);
          });
      },
    };
    const end = (): void => spread.remove(turn);
    query.fetch({ ...options, behavior }, { meta: shared().healing }).then(end, end);
    query.options = options;
  }

  return {
    add(queries) {
      notifyManager.batch(() => {
        for (const query of queries) begin(query);
      });
    },
    clear() {
      for (const { query } of spread.clear()) callOff(query);
    },
  };
}

function callOff(query: CachedQuery): void {
  void query.cancel({ revert: true });
}
