import { focusManager, type MutationCacheNotifyEvent, onlineManager, type QueryClient } from "@tanstack/react-query";
import { cancellation } from "../../client/cancellation.js";

/** A change, as the cache knows it. */
export type CachedMutation = NonNullable<MutationCacheNotifyEvent["mutation"]>;

type Observer = Extract<MutationCacheNotifyEvent, { readonly type: "observerAdded" }>["observer"];

/** Ends the changes that a former account began. */
export interface RetiredMutations {
  onCache(event: MutationCacheNotifyEvent): void;
  /** Takes all changes out of the cache. None of them is sent from here on: not by a retry, not by a new connection. */
  retire(): void;
  has(mutation: CachedMutation): boolean;
  /** Whether one of them may still roll back what it did. */
  isSettling(): boolean;
  stop(): void;
}

/** They count as under way until their callers, too, have heard of their end. */
export function retireMutations(queryClient: QueryClient): RetiredMutations {
  const cache = queryClient.getMutationCache();
  const observers = new WeakMap<CachedMutation, Set<Observer>>();
  const retired = new WeakSet<CachedMutation>();
  const unsettled = new Set<CachedMutation>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** Held calls are rejected in the task of the change itself. */
  let isRejecting = false;
  /** What waits for a network or a focus is told its end as soon as either is back: the cache does not know it any more. */
  const goOn = (): void => {
    for (const mutation of unsettled) if (mutation.state.isPaused) mutation.continue().catch(() => undefined);
  };
  const offs = [onlineManager.subscribe(goOn), focusManager.subscribe(goOn)];

  function showNone(mutation: CachedMutation): void {
    for (const observer of observers.get(mutation) ?? []) observer.reset();
  }

  /** What one account sent is not shown to another. Its callers are told its end with all that they know of it. */
  function hide(mutation: CachedMutation): void {
    const { state } = mutation;
    mutation.state = { ...state, variables: undefined };
    for (const observer of observers.get(mutation) ?? []) observer.onMutationUpdate({ type: "continue" });
    mutation.state = state;
  }

  /** Callers that await a change go on in the same task. */
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
      if (mutation === undefined) return;
      if (event.type === "observerAdded")
        observers.set(mutation, (observers.get(mutation) ?? new Set()).add(event.observer));
      else if (event.type === "observerRemoved") observers.get(mutation)?.delete(event.observer);
      else if (event.type === "updated" && retired.has(mutation)) {
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

/** Its next sending is refused, whatever its own rule for retries says and whatever options a later render gives it. */
function seal(mutation: CachedMutation): void {
  mutation.setOptions({
    ...mutation.options,
    mutationFn: async () => {
      throw cancellation();
    },
  });
  Object.assign(mutation, { setOptions: () => undefined });
}
