import type { CachedQuery } from "./createRefetch.js";

/**
 * Takes back the fetch that a query begins in this very task, before its function is called: for the page it stands as it stood. For the
 * time of the task, the query's own copy of its options holds another function; a query offers no other way to stop a call.
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
