import { notifyManager, onlineManager, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import { isAsking } from "../client/isAsking.js";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { watchReauth } from "../client/watchReauth.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { createRefetch, type CachedQuery } from "./createRefetch.js";
import { shared } from "./shared.js";
import { watchMutations } from "./watchMutations.js";

/** Failures are looked at together: the first ones with the page's own next commit, later ones a few times a second. */
const lookEveryMs = 100;

/** Sees each query's start and end by subscription, and fetches once more what a sign-in heals. Returns what ends it. */
export function watchQueries(queryClient: QueryClient, client: TencentErrorClient): () => void {
  const { reauth, board } = client;
  const cache = queryClient.getQueryCache();
  /** Failed since the last look. */
  const fresh = new Map<CachedQuery, unknown>();
  const failed = new Set<CachedQuery>();
  /** Disabled, so fetched by the host's word only: it was so already when it failed. */
  const byHand = new WeakSet<CachedQuery>();
  const startedIn = new WeakMap<CachedQuery, number>();
  const refetch = createRefetch((query) => {
    startedIn.set(query, epochNow());
    return !query.isDisabled() || byHand.has(query);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let lookedAt = -Infinity;

  const epochNow = (): number => reauth.getSnapshot().epoch;

  function onCache(event: QueryCacheNotifyEvent): void {
    if (event.type === "removed") forget(event.query);
    if (event.type !== "updated") return;
    const { query, action } = event;
    if (action.type === "fetch") onFetch(query, action.meta === shared().healing);
    else if (action.type === "success") forget(query);
    else if (action.type === "failed") client.emit({ type: "retry.scheduled", count: action.failureCount });
    else if (action.type === "error") onError(query, action.error);
    // a fetch was called off: it stands as it stood before
    else if (action.type === "setState" && query.state.status === "error") note(query, query.state.error);
  }

  function forget(query: CachedQuery): void {
    fresh.delete(query);
    failed.delete(query);
    board.clear(query);
    client.retries.forget(query);
  }

  function onFetch(query: CachedQuery, heals: boolean): void {
    client.retries.count("fetched");
    startedIn.set(query, epochNow());
    if (!failed.has(query) || query.getObserversCount() === 0 || heals) return;
    if (!isAsking(reauth.getSnapshot())) return;
    // focus, a new network and intervals would only bring the same failure: it waits for the sign-in
    queueMicrotask(() => void query.cancel({ revert: true }));
  }

  function onError(query: CachedQuery, error: unknown): void {
    client.retries.know(query, error);
    if (!startedIn.has(query)) startedIn.set(query, epochNow());
    fresh.set(query, error);
    if (isDue) return;
    isDue = true;
    const waitMs = lookedAt + lookEveryMs - performance.now();
    if (waitMs <= 0) notifyManager.schedule(look);
    else timer = setTimeout(() => notifyManager.schedule(look), waitMs);
  }

  function look(): void {
    isDue = false;
    lookedAt = performance.now();
    const epoch = epochNow();
    const asking: Diagnosis[] = [];
    const late: CachedQuery[] = [];
    for (const [query, error] of fresh) {
      const diagnosis = client.diagnose(error, { isFailed: true });
      const { retry, category } = diagnosis;
      // it asked with the old session while somebody was signing in: healed already, so it only needs to ask again
      if (retry === "auth" && (startedIn.get(query) ?? epoch) < epoch) late.push(query);
      else if (category !== "cancelled" && (category !== "network" || onlineManager.isOnline())) {
        note(query, error);
        if (retry === "auth") asking.push(diagnosis);
        else if (query.state.fetchFailureCount > 1) client.emit({ type: "retry.exhausted", category });
      }
    }
    fresh.clear();
    if (late.length > 0) heal(late);
    const [first, ...others] = asking;
    if (first !== undefined) reauth.require(first, epoch, others);
    // this very task commits the page: by the microtask after it, every notice on it has claimed its own
    if (shared().isJoined) queueMicrotask(board.publish);
  }

  function note(query: CachedQuery, error: unknown): void {
    board.post(query, error, () => {
      if (client.retries.maySend(query)) refetch.add([query]);
    });
    if (client.diagnose(error).retry !== "auth") return;
    failed.add(query);
    if (query.isDisabled()) byHand.add(query);
    else byHand.delete(query);
  }

  function healAll(): void {
    heal(failed);
    failed.clear();
  }

  /** Whoever fetched it in the meantime, was told its data, or has switched it off needs no more. */
  function heal(queries: Iterable<CachedQuery>): void {
    const needy = [...queries].filter((query) => {
      const isDone = query.state.status === "success" || startedIn.get(query) === epochNow();
      return !isDone && (!query.isDisabled() || byHand.has(query)) && cache.get(query.queryHash) === query;
    });
    board.rest(needy);
    refetch.add(needy);
  }

  /** Nothing that one account read is shown to another one. */
  function drop(): void {
    fresh.clear();
    failed.clear();
    queryClient.getMutationCache().clear();
    for (const query of cache.getAll()) {
      if (query.getObserversCount() === 0) cache.remove(query);
      else query.reset();
    }
    heal(cache.getAll().filter((query) => query.isActive()));
  }

  // what failed before anybody watched
  for (const query of cache.getAll()) if (query.state.status === "error") note(query, query.state.error);
  const detach = [
    cache.subscribe(onCache),
    watchReauth(reauth, { heal: healAll, drop }),
    watchMutations(queryClient, client),
    refetch.clear,
    () => clearTimeout(timer),
    () => fresh.clear(),
    () => cache.getAll().forEach(board.clear),
  ];
  return () => {
    for (const off of detach) off();
  };
}
