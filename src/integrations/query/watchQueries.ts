import type { QueryCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import { createAccountChoice } from "../../client/accountChoice.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import { isReauthPending } from "../../client/reauthStatus.js";
import { onReauthenticated } from "../../client/onReauthenticated.js";
import { pageState } from "./batchNotifications.js";
import { createRefetch, createHealingQueries } from "./createRefetch.js";
import { createQueryDrop, holdQuery, restQuery } from "./dropQueries.js";
import { createQueryFailures } from "./queryFailures.js";
import type { CachedQuery, FirstNotes } from "./FirstNotes.js";
import { trackOrphans } from "./trackOrphans.js";
import { watchBackground } from "./watchBackground.js";
import { watchMutations } from "./watchMutations.js";

type Update = Extract<QueryCacheNotifyEvent, { readonly type: "updated" }>;

/** Goes on from what was noted first, and fetches once more what a sign-in heals. Returns the function that ends it. */
export function watchQueries(queryClient: QueryClient, client: TencentErrorClient, first: FirstNotes): () => void {
  const { reauth, board } = client;
  const cache = queryClient.getQueryCache();
  const { begun, begin, observers } = first.queries;
  const orphans = trackOrphans(observers);
  const background = watchBackground(observers);
  const choice = createAccountChoice();
  const healing = createHealingQueries(reauth);
  const refetch = createRefetch((query) => {
    begin(query, begun.get(query)?.isRenewal);
    return !query.isDisabled() || failures.isByHand(query);
  });
  const failures = createQueryFailures({
    client,
    markOf: (query) => begun.get(query)?.mark,
    retry: (query) => refetch.add([query]),
    onLate: heal,
  });
  const mutations = watchMutations(queryClient, client, first);
  const former = createQueryDrop(queryClient, observers, refetch.add, mutations.isSettling);

  function onCache(event: QueryCacheNotifyEvent): void {
    const { type, query } = event;
    observers.onCache(event);
    const chosen = type === "updated" && event.action.type === "fetch" ? choice.pending() : undefined;
    if (chosen !== undefined) holdQuery(query, chosen);
    if (type === "removed") {
      if (!former.isAtWork() && isReauthPending(reauth.getSnapshot())) orphans.add(query);
      failures.forget(query);
    } else if (type === "observerRemoved") {
      orphans.remove(event.observer);
      // its observer has moved on to another query
      if (event.observer.hasListeners() && query.getObserversCount() === 0 && failures.has(query))
        failures.forget(query);
    } else if (former.isStale(event)) former.drop(query);
    else if (type === "updated" && !former.isAtWork()) onUpdate(event);
    background.onCache(event);
  }

  function onUpdate({ query, action }: Update): void {
    if (action.type === "fetch") onFetch(query, pageState().healing.has(action.meta ?? query));
    else if (action.type === "success") onSuccess(query, action.manual === true);
    else if (action.type === "failed") client.emit({ type: "retry.scheduled", count: action.failureCount });
    else if (action.type === "error") onError(query, action.error);
    // a cancelled fetch restores the earlier error
    else if (action.type === "setState" && query.state.status === "error") failures.note(query, query.state.error);
  }

  function onFetch(query: CachedQuery, heals: boolean): void {
    const isKnown = !heals && failures.has(query);
    // it would fail the same way: background fetches wait for the sign-in, or for a person's act after a dismissal
    if (isKnown && query.getObserversCount() > 0 && background.isOwn(query)) return restQuery(query);
    client.retries.count("fetched");
    begin(query, isKnown);
  }

  function onSuccess(query: CachedQuery, isManual: boolean): void {
    const failed = failures.diagnosisOf(query);
    const { isRenewal = false, mark } = begun.get(query) ?? {};
    healing.settle(query, !isManual, failed);
    // neither the sign-in's own doing nor told by an answer beside it
    const isNews = mark && !reauth.isHealed(mark, failed) && reauth.getSnapshot(failed).status !== "verifying";
    failures.forget(query, true);
    if (!isManual && isRenewal && isNews === true) reauth.renewed(undefined, failed);
  }

  function onError(query: CachedQuery, error: unknown): void {
    if (!begun.has(query)) begin(query);
    healing.settle(query, false);
    failures.add(query, error);
  }

  function healAll(isIts: (diagnosis: Diagnosis) => boolean, waitMs?: number): void {
    const healed = failures.all(isIts).map((query) => healing.note(query, failures.diagnosisOf(query)));
    mutations.heal(isIts);
    failures.clear(healed);
    heal(new Set([...healed, ...cache.getAll().filter(isStuck)]), waitMs);
    orphans.adopt();
  }

  /** Fetches one query to find out whether there is a session again. */
  function probe(isIts?: (diagnosis: Diagnosis) => boolean): Promise<unknown> | undefined {
    const query = failures.all(isIts).find((each) => !each.isDisabled());
    const answer = query && refetch.ask(query);
    if (query) begin(query, true);
    return answer;
  }

  /** Whether its first fetch was cancelled while the prompt was open. */
  function isStuck(query: CachedQuery): boolean {
    const { status, fetchStatus } = query.state;
    return status === "pending" && fetchStatus === "idle" && begun.has(query) && query.isActive();
  }

  /** Fetches again those that were neither fetched nor given data in the meantime, and are enabled. */
  function heal(queries: Iterable<CachedQuery>, waitMs?: number): void {
    const toRefetch = [...queries].filter((query) => {
      const mark = begun.get(query)?.mark;
      const isNew =
        mark && !reauth.isHealed(mark, query.state.status === "error" ? client.diagnose(query.state.error) : undefined);
      const isDone = query.state.status === "success" || isNew === true;
      const isShown = (!query.isDisabled() || failures.isByHand(query)) && cache.get(query.queryHash) === query;
      if (!isDone && !isShown) healing.settle(query, false);
      return !isDone && isShown;
    });
    board.rest(toRefetch);
    refetch.add(toRefetch, waitMs);
  }

  function dropAll(): void {
    for (const query of cache.getAll()) failures.forget(query);
    mutations.drop();
    former.dropAll();
    orphans.adopt();
  }

  for (const query of cache.getAll()) {
    const { status, error } = query.state;
    if (status === "error") (first.failed.has(query) ? onError : failures.note)(query, error);
  }
  const detach = [
    cache.subscribe(onCache),
    onReauthenticated(reauth, { heal: healAll, drop: dropAll, probe, choice }, first.since),
    mutations.stop,
    background.stop,
    failures.stop,
    refetch.clear,
    () => cache.getAll().forEach((query) => board.clear(query)),
  ];
  return () => detach.forEach((off) => off());
}
