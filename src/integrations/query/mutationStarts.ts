import { noteBackground } from "../../client/callMarks.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { CallMark } from "../../model/ReauthSnapshot.js";
import type { CachedMutation, MutationStarts, MutationObserver } from "./FirstNotes.js";

/** Follows the mutations of a cache: when each began, and who observes it. */
export function createMutationStarts(client: TencentErrorClient): MutationStarts {
  const marks = new WeakMap<CachedMutation, CallMark>();
  const observers = new WeakMap<CachedMutation, Set<MutationObserver>>();
  const gated = new WeakSet<CachedMutation>();

  function observersOf(mutation: CachedMutation): Set<MutationObserver> {
    const found = observers.get(mutation) ?? new Set();
    observers.set(mutation, found);
    return found;
  }

  /** It is paused or retried, and another account may have signed in meanwhile. */
  function gate(mutation: CachedMutation): void {
    const mark = marks.get(mutation);
    if (mark === undefined || gated.has(mutation)) return;
    gated.add(mutation);
    gateMutation(mutation, mark, client);
  }

  return {
    onCache(event) {
      const { type, mutation } = event;
      if (mutation === undefined) return;
      if (type === "observerAdded") observersOf(mutation).add(event.observer);
      else if (type === "observerRemoved") observersOf(mutation).delete(event.observer);
      const step = type === "updated" ? event.action.type : type;
      const { isPaused } = mutation.state;
      // what is paused when it is added was persisted by an earlier load of the page
      if (step === "pending" || (step === "added" && isPaused)) {
        const mark = { ...client.reauth.mark(), isChange: true };
        marks.set(mutation, mark);
        // a person may try again what was refused before a sign-in: no retry, though it says the same
        if (mark.epoch > 0) wrapMutation(mutation);
      }
      if (type === "updated" && (isPaused || step === "failed")) gate(mutation);
    },
    markOf: (mutation) => marks.get(mutation),
    observersOf,
  };
}

/**
 * Sends a mutation that was paused or is retried only for the account that began it: where that
 * can't be known, a person is asked first.
 */
function gateMutation(mutation: CachedMutation, mark: CallMark, { begin }: TencentErrorClient): void {
  const failed = (): unknown => mutation.state.failureReason;
  const call = begin({ hold: true, replay: "confirm", call: [mutation], repeats: { mark }, failed });
  wrapMutation(mutation, call.ready);
}

/** Says of its call that it is no retry, whose it is being known: `ready` has judged that. Holds for options of later renders too. */
function wrapMutation(mutation: CachedMutation, ready?: () => Promise<void> | undefined): void {
  const put = mutation.setOptions.bind(mutation);
  const setOptions: typeof put = (options) => {
    const { mutationFn } = options;
    const send = async (...args: Parameters<NonNullable<typeof mutationFn>>): Promise<unknown> => {
      await ready?.();
      noteBackground(false);
      return mutationFn?.(...args) as unknown;
    };
    put({ ...options, ...(mutationFn && { mutationFn: send }) });
  };
  setOptions(mutation.options);
  Object.assign(mutation, { setOptions });
}
