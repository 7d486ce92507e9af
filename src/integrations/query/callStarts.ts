import { read } from "../../base/safely.js";
import { isByPerson, noteBackground } from "../../client/callMarks.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { CallMark } from "../../model/ReauthSnapshot.js";
import type { CachedMutation, CachedObserver, CachedQuery, MutationObserver } from "./FirstNotes.js";
import type { Beginning, MutationStarts, QueryStarts } from "./FirstNotes.js";

/** Follows the queries of a cache: whose session each fetch began in, and who observes them. */
export function createQueryStarts({ reauth }: TencentErrorClient): QueryStarts {
  const begun = new WeakMap<CachedQuery, Beginning>();
  // early versions report observers by events only: there, those from before the first event stay unknown
  const seen = trackObservers<CachedQuery, CachedObserver>();
  return {
    begun,
    observers: {
      onCache: (event) => seen.onCache(event, event.query),
      of: (query) => [...(Array.isArray(read(query, "observers")) ? query.observers : seen.of(query))],
    },
    begin(query, isRenewal = false) {
      // its function is called in this task
      noteBackground(query.state.data !== undefined && !isByPerson());
      begun.set(query, { mark: reauth.mark(), isRenewal });
    },
  };
}

/** Follows the mutations of a cache: when each began, and who observes it. */
export function createMutationStarts(client: TencentErrorClient): MutationStarts {
  const marks = new WeakMap<CachedMutation, CallMark>();
  const observers = trackObservers<CachedMutation, MutationObserver>();
  const gated = new WeakSet<CachedMutation>();

  /**
   * It is paused or retried, and another account may have signed in meanwhile: it is sent only for the account that began it. Where
   * that can't be known, a person is asked first.
   */
  function gate(mutation: CachedMutation): void {
    const mark = marks.get(mutation);
    if (mark === undefined || gated.has(mutation)) return;
    gated.add(mutation);
    const failed = (): unknown => mutation.state.failureReason;
    const call = client.begin({ hold: true, replay: "confirm", call: [mutation], repeats: { mark }, failed });
    wrapMutation(mutation, call.ready);
  }

  return {
    onCache(event) {
      const { type, mutation } = event;
      if (mutation === undefined) return;
      observers.onCache(event, mutation);
      const step = type === "updated" ? event.action.type : type;
      if (step === "added") endRetries(mutation, client);
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
    observersOf: observers.of,
  };
}

/** Who observes each query or mutation, by the events of its cache. */
interface SeenObservers<Call, Observer> {
  onCache(event: { readonly type: string; readonly observer?: Observer }, call: Call): void;
  of(call: Call): ReadonlySet<Observer>;
}

function trackObservers<Call extends object, Observer>(): SeenObservers<Call, Observer> {
  const seen = new WeakMap<Call, Set<Observer>>();

  function of(call: Call): Set<Observer> {
    const found = seen.get(call) ?? new Set();
    seen.set(call, found);
    return found;
  }

  return {
    onCache({ type, observer }, call) {
      if (type === "observerAdded") of(call).add(observer as Observer);
      else if (type === "observerRemoved") of(call).delete(observer as Observer);
    },
    of,
  };
}

/** What a person gave up is not tried again, whatever the app says of retries. It holds from the start of the mutation on. */
function endRetries(mutation: CachedMutation, { diagnose }: TencentErrorClient): void {
  const { retry: own = false } = mutation.options;
  if (own === false) return;
  const retry = (count: number, error: Error): boolean =>
    diagnose(error).category !== "cancelled" &&
    (typeof own === "function" ? own(count, error) : own === true || count < own);
  mutation.setOptions({ ...mutation.options, retry });
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
