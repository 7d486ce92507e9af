import { onlineManager, type QueryClient } from "@tanstack/react-query";
import type { CallMark } from "../../client/Reauth.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { gateMutation } from "./gateMutation.js";
import { type CachedMutation, retireMutations } from "./retireMutations.js";

/** The mutations of one cache. */
export interface WatchedMutations {
  /** Forgets the failures that a sign-in heals. */
  heal(): void;
  /** Retires all of them: they are another account's. */
  drop(): void;
  /** Whether mutations of a former account are still running. */
  isSettling(): boolean;
  stop(): void;
}

/**
 * Opens the prompt, or joins it, for mutations that no guard holds, and adds them to the page's failures. They are not sent again:
 * their callers do that.
 */
export function watchMutations(queryClient: QueryClient, client: TencentErrorClient): WatchedMutations {
  const { diagnose, reauth, board } = client;
  const startedIn = new WeakMap<CachedMutation, CallMark>();
  const cache = queryClient.getMutationCache();
  const former = retireMutations(queryClient);
  const gated = new WeakSet<CachedMutation>();
  let isDropping = false;

  /** An emptied cache means a log-out: held calls are rejected. */
  function onRemoved({ state }: CachedMutation): void {
    if (isDropping || state.status !== "pending") return;
    queueMicrotask(() => {
      if (cache.getAll().length === 0) reauth.rejectHeld();
    });
  }

  /** It is paused or retried, and another account may have signed in meanwhile. */
  function gate(mutation: CachedMutation): void {
    const mark = startedIn.get(mutation);
    if (mark === undefined || gated.has(mutation)) return;
    gated.add(mutation);
    gateMutation(mutation, mark, client);
  }

  const off = cache.subscribe((event) => {
    former.onCache(event);
    const { mutation } = event;
    if (mutation === undefined) return;
    // it was persisted by an earlier load of the page
    if (event.type === "added" && mutation.state.isPaused)
      startedIn.set(mutation, { ...reauth.mark(), isChange: true });
    if (event.type === "removed") onRemoved(mutation);
    // its observer has moved on to another mutation or none
    if (event.type === "removed" || (event.type === "observerRemoved" && event.observer.hasListeners()))
      board.clear(mutation);
    if (event.type !== "updated" || former.has(mutation)) return;
    const { action } = event;
    if (action.type === "pending") startedIn.set(mutation, { ...reauth.mark(), isChange: true });
    if (mutation.state.isPaused || action.type === "failed") gate(mutation);
    if (action.type === "pending" || action.type === "success") board.clear(mutation);
    if (action.type !== "error") return;
    const diagnosis = diagnose(action.error);
    const { retry, category } = diagnosis;
    if (category !== "cancelled" && (category !== "network" || onlineManager.isOnline()))
      board.post(mutation, action.error);
    if (retry === "auth") reauth.require(diagnosis, startedIn.get(mutation));
  });

  return {
    heal() {
      for (const mutation of cache.getAll())
        if (mutation.state.status === "error" && diagnose(mutation.state.error).retry === "auth") board.clear(mutation);
    },
    drop() {
      isDropping = true;
      former.retire();
      isDropping = false;
    },
    isSettling: former.isSettling,
    stop() {
      off();
      former.stop();
      cache.getAll().forEach(board.clear);
    },
  };
}
