import { onlineManager, type MutationCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { watchReauth } from "../client/watchReauth.js";

type CachedMutation = NonNullable<MutationCacheNotifyEvent["mutation"]>;

/**
 * Opens the prompt, or joins it, for changes that no guard holds, and puts what failed on the board. They are not sent again:
 * whoever made them does that. Returns what ends it.
 */
export function watchMutations(queryClient: QueryClient, { diagnose, reauth, board }: TencentErrorClient): () => void {
  const startedIn = new WeakMap<CachedMutation, number>();
  const cache = queryClient.getMutationCache();
  const off = cache.subscribe((event) => {
    const { mutation } = event;
    if (mutation === undefined) return;
    // still shown, but with another change or none: the person has gone on
    if (event.type === "removed" || (event.type === "observerRemoved" && event.observer.hasListeners()))
      board.clear(mutation);
    if (event.type !== "updated") return;
    const { action } = event;
    if (action.type === "pending") startedIn.set(mutation, reauth.getSnapshot().epoch);
    if (action.type === "pending" || action.type === "success") board.clear(mutation);
    if (action.type !== "error") return;
    const diagnosis = diagnose(action.error);
    const { retry, category } = diagnosis;
    if (category !== "cancelled" && (category !== "network" || onlineManager.isOnline()))
      board.post(mutation, action.error);
    if (retry === "auth") reauth.require(diagnosis, startedIn.get(mutation));
  });
  const clearAll = (): void => cache.getAll().forEach(board.clear);
  // nothing is left to sign in for
  const heal = (): void => {
    for (const mutation of cache.getAll())
      if (mutation.state.status === "error" && diagnose(mutation.state.error).retry === "auth") board.clear(mutation);
  };
  const unwatch = watchReauth(reauth, { heal, drop: clearAll });
  return () => {
    off();
    unwatch();
    clearAll();
  };
}
