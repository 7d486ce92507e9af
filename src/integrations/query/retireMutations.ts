import { focusManager, type MutationCacheNotifyEvent, onlineManager, type QueryClient } from "@tanstack/react-query";
import { cancellation } from "../../client/cancellation.js";
import type { CachedMutation, MutationStarts } from "./FirstNotes.js";

/** Ends the mutations of a former account. */
interface RetiredMutations {
  onCache(event: MutationCacheNotifyEvent): void;
  /** Removes all mutations from the cache. None of them is sent any more, neither by a retry nor after a pause. */
  retire(): void;
  has(mutation: CachedMutation): boolean;
  /** Whether one of them may still roll back its optimistic update. */
  isSettling(): boolean;
  stop(): void;
}

/** They count as running until their callers' handlers have run too. */
export function retireMutations(queryClient: QueryClient, { observersOf }: MutationStarts): RetiredMutations {
  const cache = queryClient.getMutationCache();
  const retired = new WeakSet<CachedMutation>();
  const unsettled = new Set<CachedMutation>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** Held calls are rejected in the task of the account change itself. */
  let isRejecting = false;
  /** Paused mutations are settled when network or focus is back, since the cache no longer holds them. */
  const goOn = (): void => {
    for (const mutation of unsettled) if (mutation.state.isPaused) mutation.continue().catch(() => undefined);
  };
  const offs = [onlineManager.subscribe(goOn), focusManager.subscribe(goOn)];

  function showNone(mutation: CachedMutation): void {
    for (const observer of observersOf(mutation)) observer.reset();
  }

  /** Resets the observers, so that another account doesn't see the mutation. Its callers' handlers run with its real outcome. */
  function hide(mutation: CachedMutation): void {
    const { state } = mutation;
    mutation.state = { ...state, variables: undefined };
    for (const observer of observersOf(mutation)) observer.onMutationUpdate({ type: "continue" });
    mutation.state = state;
  }

  /** Callers that await a mutation continue in the same task. */
  function afterTask(call: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      call();
    }, 0);
    timers.add(timer);
  }

  function settle(mutation: CachedMutation): void {
    showNone(mutation);
    unsettled.delete(mutation);
  }

  return {
    onCache(event) {
      const { mutation } = event;
      if (event.type === "updated" && mutation !== undefined && retired.has(mutation)) {
        const { type } = event.action;
        hide(mutation);
        if (type === "success" || type === "error") afterTask(() => settle(mutation));
      }
    },
    retire() {
      const all = [...cache.getAll()];
      cache.clear();
      for (const mutation of all) {
        if (mutation.state.status !== "pending") showNone(mutation);
        else {
          retired.add(mutation);
          unsettled.add(mutation);
          seal(mutation);
          hide(mutation);
        }
      }
      isRejecting = true;
      afterTask(() => (isRejecting = false));
      goOn();
    },
    has: (mutation) => retired.has(mutation),
    isSettling: () => isRejecting || unsettled.size > 0,
    stop() {
      for (const timer of timers) clearTimeout(timer);
      for (const off of offs) off();
    },
  };
}

/** Refuses to send it again, whatever its own `retry` says and whatever options a later render gives it. */
function seal(mutation: CachedMutation): void {
  mutation.setOptions({
    ...mutation.options,
    mutationFn: async () => {
      throw cancellation();
    },
  });
  Object.assign(mutation, { setOptions: () => undefined });
}
