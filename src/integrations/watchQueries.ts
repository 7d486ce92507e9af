import { notifyManager, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import { isAsking } from "../client/isAsking.js";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { watchReauth } from "../client/watchReauth.js";
import { createSpread } from "./createSpread.js";
import { watchMutations } from "./watchMutations.js";

/** A query of any kind, as the cache knows it. */
type CachedQuery = QueryCacheNotifyEvent["query"];

/** Sees each query's start and end by subscription, and fetches once more what a sign-in heals. Returns what ends it. */
export function watchQueries(queryClient: QueryClient, client: TencentErrorClient): () => void {
  const { reauth, board } = client;
  const cache = queryClient.getQueryCache();
  const failed = new Set<CachedQuery>();
  /** Disabled, so fetched by the host's word only: it was so already when it failed. */
  const byHand = new WeakSet<CachedQuery>();
  const startedIn = new WeakMap<CachedQuery, number>();
  const healing = createSpread<CachedQuery>(heal, notifyManager.batch);
  const again = createSpread<CachedQuery>((query) => query.fetch(), notifyManager.batch);

  function onCache(event: QueryCacheNotifyEvent): void {
    if (event.type === "removed") forget(event.query);
    if (event.type !== "updated") return;
    const { query, action } = event;
    if (action.type === "fetch") onFetch(query);
    else if (action.type === "success") forget(query);
    else if (action.type === "failed") client.emit({ type: "retry.scheduled", count: action.failureCount });
    else if (action.type === "error") onError(query, action.error);
  }

  function forget(query: CachedQuery): void {
    failed.delete(query);
    board.clear(query);
  }

  function onFetch(query: CachedQuery): void {
    startedIn.set(query, reauth.getSnapshot().epoch);
    if (!failed.has(query) || query.getObserversCount() === 0 || !isAsking(reauth.getSnapshot())) return;
    // focus, a new network and intervals would only bring the same failure: it waits for the sign-in
    queueMicrotask(() => void query.cancel({ revert: true }));
  }

  function onError(query: CachedQuery, error: unknown): void {
    const diagnosis = client.diagnose(error);
    const { retry, category } = diagnosis;
    if (category === "cancelled") return;
    const began = startedIn.get(query) ?? reauth.getSnapshot().epoch;
    // it asked with the old session while somebody was signing in: healed already, so it only needs to ask again
    if (retry === "auth" && began < reauth.getSnapshot().epoch) return healing.add([query]);
    note(query, error);
    if (retry === "auth") reauth.require(diagnosis, began);
    else if (query.state.fetchFailureCount > 1) client.emit({ type: "retry.exhausted", category });
  }

  function note(query: CachedQuery, error: unknown): void {
    board.post(query, error, () => again.add([query]));
    if (client.diagnose(error).retry !== "auth") return;
    failed.add(query);
    if (query.isDisabled()) byHand.add(query);
    else byHand.delete(query);
  }

  function healAll(): void {
    healing.add(failed);
    failed.clear();
  }

  /** Nothing that one account read is shown to another one. */
  function drop(): void {
    failed.clear();
    queryClient.getMutationCache().clear();
    for (const query of cache.getAll()) {
      if (query.getObserversCount() === 0) cache.remove(query);
      else query.reset();
    }
    healing.add(cache.getAll().filter((query) => query.isActive()));
  }

  /** Whoever fetched it in the meantime, was told its data, or has switched it off needs no more. */
  async function heal(query: CachedQuery): Promise<void> {
    const isDone = query.state.status === "success" || startedIn.get(query) === reauth.getSnapshot().epoch;
    if (isDone || (query.isDisabled() && !byHand.has(query)) || cache.get(query.queryHash) !== query) return;
    await query.fetch();
  }

  // what failed before anybody watched
  for (const query of cache.getAll()) if (query.state.status === "error") note(query, query.state.error);
  const detach = [
    cache.subscribe(onCache),
    watchReauth(reauth, { heal: healAll, drop }),
    watchMutations(queryClient, client),
    healing.clear,
    again.clear,
    () => cache.getAll().forEach(board.clear),
  ];
  return () => {
    for (const off of detach) off();
  };
}
