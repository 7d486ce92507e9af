import { CancelledError, notifyManager, onlineManager } from "@tanstack/react-query";
import type { CallMark } from "../../client/Reauth.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { isReauthPending } from "../../client/createReauthState.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import { pageState } from "./batchNotifications.js";
import type { CachedQuery } from "./createRefetch.js";

/** What the failures of one cache are judged by, and told to. */
export interface QueryFailuresParts {
  readonly client: TencentErrorClient;
  /** When the query's last call began, and whose it is. */
  markOf(query: CachedQuery): CallMark | undefined;
  retry(query: CachedQuery): void;
  /** These asked with the old session while somebody was signing in: healed already, so they only need to ask again. */
  onLate(queries: readonly CachedQuery[]): void;
}

/** The queries of one cache that have failed. */
export interface QueryFailures {
  add(query: CachedQuery, error: unknown): void;
  /** The same without asking for anything: the query stands in error again. */
  note(query: CachedQuery, error: unknown): void;
  forget(query: CachedQuery): void;
  /** Whether it failed for want of a sign-in. */
  has(query: CachedQuery): boolean;
  /** Those that failed for want of a sign-in. */
  all(): readonly CachedQuery[];
  /** Whether a sign-in fetches it although it is switched off: it was so when it failed. */
  isByHand(query: CachedQuery): boolean;
  /** A sign-in heals those that are known so far. */
  clear(): void;
  stop(): void;
}

/** Failures are looked at together: the first ones with the page's own next commit, later ones a few times a second. */
const lookEveryMs = 100;

/** Opens one prompt for all that fail together, and puts them on the board. */
export function createQueryFailures({ client, ...parts }: QueryFailuresParts): QueryFailures {
  const { reauth, board, retries } = client;
  /** Failed since the last look. */
  const fresh = new Map<CachedQuery, unknown>();
  const failed = new Map<CachedQuery, unknown>();
  const byHand = new WeakSet<CachedQuery>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let lookedAt = -Infinity;

  const isAuth = (error: unknown): boolean => client.diagnose(error).retry === "auth";

  function add(query: CachedQuery, error: unknown): void {
    // the oldest version's has no name to read
    if (error instanceof CancelledError) return;
    retries.know(query, error);
    const before = failed.get(query) as Error | undefined;
    // asked for already: the same failure is neither shown nor counted anew
    if (before !== undefined && isReauthPending(reauth.getSnapshot()) && isAuth(error)) {
      query.setState({ error: before, fetchFailureReason: before });
      return reauth.require(client.diagnose(before), parts.markOf(query));
    }
    fresh.set(query, error);
    if (isDue) return;
    isDue = true;
    const waitMs = lookedAt + lookEveryMs - performance.now();
    if (waitMs <= 0) notifyManager.schedule(look);
    else timer = setTimeout(() => notifyManager.schedule(look), waitMs);
  }

  function look(): void {
    isDue = false;
    lookedAt = performance.now();
    const { epoch } = reauth.getSnapshot();
    const asking: Diagnosis[] = [];
    let since: CallMark | undefined;
    const late: CachedQuery[] = [];
    for (const [query, error] of fresh) {
      const diagnosis = client.diagnose(error, { isFailed: true });
      const { retry, category } = diagnosis;
      if (retry === "auth" && (parts.markOf(query)?.epoch ?? epoch) < epoch) late.push(query);
      else if (category !== "cancelled" && (category !== "network" || onlineManager.isOnline())) {
        note(query, error);
        if (retry !== "auth") {
          if (query.state.fetchFailureCount > 1) client.emit({ type: "retry.exhausted", category });
        } else {
          asking.push(diagnosis);
          if (since?.isByPerson !== true) since = parts.markOf(query);
        }
      }
    }
    fresh.clear();
    if (late.length > 0) parts.onLate(late);
    const [first, ...others] = asking;
    if (first !== undefined) reauth.require(first, since ?? epoch, others);
    // this very task commits the page: by the microtask after it, every notice on it has claimed its own
    if (pageState().isJoined) queueMicrotask(board.publish);
  }

  function note(query: CachedQuery, error: unknown): void {
    board.post(query, error, () => {
      if (retries.maySend(query)) parts.retry(query);
    });
    if (!isAuth(error)) return;
    failed.set(query, error);
    if (query.isDisabled()) byHand.add(query);
    else byHand.delete(query);
  }

  return {
    add,
    note,
    forget(query) {
      fresh.delete(query);
      failed.delete(query);
      board.clear(query);
      retries.forget(query);
    },
    has: (query) => failed.has(query) || (fresh.has(query) && isAuth(fresh.get(query))),
    all: () => [...failed.keys()],
    isByHand: (query) => byHand.has(query),
    clear: () => failed.clear(),
    stop() {
      clearTimeout(timer);
      fresh.clear();
    },
  };
}
