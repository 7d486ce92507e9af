import { onlineManager, type QueryClient } from "@tanstack/react-query";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import type { CachedMutation, FirstNotes } from "./FirstNotes.js";
import { retireMutations } from "./retireMutations.js";

/** The mutations of one cache. */
interface WatchedMutations {
  /** Forgets the failures that a sign-in heals. */
  heal(isIts: (diagnosis: Diagnosis) => boolean): void;
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
export function watchMutations(
  queryClient: QueryClient,
  { diagnose, reauth, board }: TencentErrorClient,
  { mutations: starts, failed }: FirstNotes,
): WatchedMutations {
  const cache = queryClient.getMutationCache();
  const former = retireMutations(queryClient, starts);
  let isDropping = false;

  /** An emptied cache means a log-out: held calls are rejected. */
  function onRemoved({ state }: CachedMutation): void {
    if (isDropping || state.status !== "pending") return;
    queueMicrotask(() => {
      if (cache.getAll().length === 0) reauth.rejectHeld();
    });
  }

  function onError(mutation: CachedMutation, error: unknown): void {
    const diagnosis = diagnose(error);
    const { retry, category } = diagnosis;
    if (category !== "cancelled" && (category !== "network" || onlineManager.isOnline())) board.post(mutation, error);
    if (retry === "auth") reauth.require(diagnosis, starts.markOf(mutation));
  }

  const off = cache.subscribe((event) => {
    former.onCache(event);
    const { mutation } = event;
    if (mutation === undefined) return;
    if (event.type !== "updated" || !former.has(mutation)) starts.onCache(event);
    if (event.type === "removed") onRemoved(mutation);
    // its observer has moved on to another mutation or none
    if (event.type === "removed" || (event.type === "observerRemoved" && event.observer.hasListeners()))
      board.clear(mutation);
    if (event.type !== "updated" || former.has(mutation)) return;
    const { action } = event;
    if (action.type === "pending" || action.type === "success") board.clear(mutation);
    if (action.type === "error") onError(mutation, action.error);
  });
  for (const mutation of cache.getAll())
    if (failed.has(mutation) && mutation.state.status === "error") onError(mutation, mutation.state.error);

  return {
    heal(isIts) {
      for (const mutation of cache.getAll()) {
        const diagnosis = mutation.state.status === "error" ? diagnose(mutation.state.error) : undefined;
        if (diagnosis?.retry === "auth" && isIts(diagnosis)) board.clear(mutation);
      }
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
      cache.getAll().forEach((mutation) => board.clear(mutation));
    },
  };
}
