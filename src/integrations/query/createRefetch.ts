import { notifyManager, type QueryFunction } from "@tanstack/react-query";
import { createThrottle } from "../throttle.js";
import { pageState } from "./batchNotifications.js";
import type { CachedQuery } from "./FirstNotes.js";
import type { Reauth } from "../../client/Reauth.js";
import type { Diagnosis } from "../../model/Diagnosis.js";

/** Fetches many queries again, with their calls throttled. */
interface Refetch {
  /** All begin fetching at once, in one commit. Their functions are called in turn, after `waitMs`. */
  add(queries: Iterable<CachedQuery>, waitMs?: number): void;
  /** The same for one. Resolves when it is over. */
  ask(query: CachedQuery): Promise<void>;
  /** Cancels what was not sent yet, and clears the timers. */
  clear(): void;
}

interface Turn {
  readonly query: CachedQuery;
  take(): unknown;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** A query that may no longer be fetched when its turn comes is cancelled. */
export function createRefetch(mayGo: (query: CachedQuery) => boolean): Refetch {
  const queue = createThrottle<Turn>(async ({ query, take, resolve, reject }) => {
    if (!mayGo(query)) return () => callOff(query);
    try {
      const value = await take();
      return () => resolve(value);
    } catch (error) {
      return () => reject(error);
    }
  });
  /** The query's own function for each wrapper, since a query keeps the function that it was fetched with. */
  const originals = new WeakMap<object, QueryFunction>();

  function begin(query: CachedQuery, waitMs?: number): Promise<void> {
    const { options, state } = query;
    let turn: Turn | undefined;
    // an infinite query whose next page failed fetches that page
    const fetchMore = state.status === "error" ? state.fetchMeta?.fetchMore : undefined;
    const meta = fetchMore ? { fetchMore } : {};
    pageState().healing.add(meta);
    const given = options.queryFn;
    const send: QueryFunction | undefined = typeof given === "function" ? (originals.get(given) ?? given) : undefined;
    const inTurn: QueryFunction = (context) =>
      turn
        ? send?.(context)
        : new Promise<unknown>((resolve, reject) => {
            turn = { query, take: () => send?.(context), resolve, reject };
            queue.add(turn, waitMs);
          });
    if (send) originals.set(inTurn, send);
    const end = (): void => {
      if (turn) queue.remove(turn);
    };
    return query.fetch(send && { ...options, queryFn: inTurn }, { meta }).then(end, end);
  }

  return {
    add(queries, waitMs) {
      notifyManager.batch(() => {
        for (const query of queries) void begin(query, waitMs);
      });
    },
    ask: (query) => begin(query),
    clear() {
      for (const { query } of queue.clear()) callOff(query);
    },
  };
}

function callOff(query: CachedQuery): void {
  void query.cancel({ revert: true });
}

/** What each query had failed with that is fetched again after a sign-in. */
interface HealingQueries {
  note(query: CachedQuery, failed: Diagnosis | undefined): CachedQuery;
  /** It has come, or has not, or is asked for no more. `failed`: what it failed with, where that was not noted. */
  settle(query: CachedQuery, isWell: boolean, failed?: Diagnosis): void;
}

/** Tells the reauthorization how each query ended that a sign-in healed, once. */
export function createHealingQueries({ settled }: Pick<Reauth, "settled">): HealingQueries {
  const healing = new WeakMap<CachedQuery, Diagnosis>();
  return {
    note(query, failed) {
      if (failed !== undefined) healing.set(query, failed);
      return query;
    },
    settle(query, isWell, failed = healing.get(query)) {
      if (failed !== undefined) settled(failed, isWell);
      healing.delete(query);
    },
  };
}
