import type { Query, QueryCacheNotifyEvent, QueryClient } from "@tanstack/react-query";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { fetchSpread } from "./fetchSpread.js";

/**
 * Lets queries heal: those that fail for want of a sign-in open the one prompt, and are fetched once more when somebody has
 * signed in, also where a boundary has unmounted who watched them. If somebody else signed in, the old data is dropped first.
 * Only subscribes: the host's caches, defaults and callbacks stay as they are. Returns what detaches it.
 * @example
 * ```ts
 * import { QueryClient } from "@tanstack/react-query";
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { attachTencentErrors } from "tencent-error-kit/query";
 *
 * const queryClient = new QueryClient();
 * const client = createTencentErrorClient();
 * export const detach = attachTencentErrors(queryClient, client);
 * ```
 */
export function attachTencentErrors(queryClient: QueryClient, client: TencentErrorClient): () => void {
  const failed = new Map<string, Query>();
  const startedIn = new WeakMap<Query, number>();
  const { reauth } = client;
  let epoch = reauth.getSnapshot().epoch;
  let isForeign = false;

  function onCache(event: QueryCacheNotifyEvent): void {
    if (event.type === "removed") failed.delete(event.query.queryHash);
    if (event.type !== "updated") return;
    const { query, action } = event;
    if (action.type === "fetch") startedIn.set(query, reauth.getSnapshot().epoch);
    else if (action.type === "success") failed.delete(query.queryHash);
    else if (action.type === "error") onError(query, action.error);
  }

  function onError(query: Query, error: unknown): void {
    const diagnosis = client.diagnose(error);
    if (diagnosis.retry !== "auth") return;
    const began = startedIn.get(query) ?? epoch;
    // it asked with the old session while somebody was signing in: healed already, so it only needs to ask again
    if (began < reauth.getSnapshot().epoch) return fetchSpread([query]);
    failed.set(query.queryHash, query);
    reauth.require(diagnosis, began);
  }

  function onReauth(): void {
    const { status, reason, epoch: current } = reauth.getSnapshot();
    // the person goes on as whoever signed in: what is here now is theirs
    if (status === "cancelled") isForeign = false;
    if (current === epoch) return;
    epoch = current;
    const healed = [...failed.values()];
    const wasForeign = isForeign;
    failed.clear();
    isForeign = reason === "accountMismatch";
    if (isForeign || wasForeign) void queryClient.resetQueries();
    else fetchSpread(healed);
  }

  const detach = [queryClient.getQueryCache().subscribe(onCache), reauth.subscribe(onReauth)];
  return () => {
    for (const off of detach.splice(0)) off();
  };
}
