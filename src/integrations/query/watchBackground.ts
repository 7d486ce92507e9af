import { focusManager, onlineManager, type QueryCacheNotifyEvent } from "@tanstack/react-query";
import { attempt } from "../../base/safely.js";
import { isEnabled } from "./dropQueries.js";
import type { CachedObserver, CachedQuery, ObserverTracker } from "./FirstNotes.js";

/** Tells fetches in the background from those that a person or the app asked for. */
interface Background {
  /** Takes every event; for a fetch, after `isOwn` was called. */
  onCache(event: QueryCacheNotifyEvent): void;
  /** Whether the fetch that begins in this task is a poll, or comes from a regained focus or connection. */
  isOwn(query: CachedQuery): boolean;
  stop(): void;
}

/**
 * The library doesn't say why it fetches. It restarts each interval at every change of a query, so what begins before one can
 * have run out is no poll.
 */
export function watchBackground(observers: ObserverTracker): Background {
  const changedAt = new WeakMap<CachedQuery, number>();
  /** Queries that got an observer, or whose observer got new options, in this task. */
  const asked = new Set<CachedQuery>();
  let isAwake = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = (): void => {
    isAwake = true;
    clearTimeout(timer);
    timer = setTimeout(() => (isAwake = false), 0);
  };
  const offs = [focusManager.subscribe(wake), onlineManager.subscribe(wake)];

  return {
    onCache({ type, query }) {
      if (type === "updated") changedAt.set(query, performance.now());
      if (type !== "observerAdded" && type !== "observerOptionsUpdated") return;
      if (asked.size === 0) queueMicrotask(() => asked.clear());
      asked.add(query);
    },
    isOwn(query) {
      if (asked.has(query)) return false;
      if (isAwake) return true;
      const now = performance.now();
      const everyMs = Math.min(...observers.of(query).map((observer) => intervalOf(observer, query)));
      // timers may fire a little early
      return now - (changedAt.get(query) ?? before(query) ?? now) >= everyMs - 1;
    },
    stop() {
      clearTimeout(timer);
      for (const off of offs) off();
    },
  };
}

/** When it last changed before it was watched. */
function before({ state }: CachedQuery): number | undefined {
  const at = Math.max(state.dataUpdatedAt, state.errorUpdatedAt);
  return at > 0 ? performance.now() - Math.max(0, Date.now() - at) : undefined;
}

function intervalOf(observer: CachedObserver, query: CachedQuery): number {
  const { refetchInterval, refetchIntervalInBackground } = observer.options;
  if (refetchIntervalInBackground !== true && !focusManager.isFocused()) return Infinity;
  const ms = typeof refetchInterval === "function" ? attempt(() => refetchInterval(query)) : refetchInterval;
  return typeof ms === "number" && ms > 0 && attempt(() => isEnabled(observer, query)) !== false ? ms : Infinity;
}
