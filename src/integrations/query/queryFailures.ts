import { CancelledError, notifyManager, onlineManager } from "@tanstack/react-query";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { isReauthPending } from "../../client/reauthStatus.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import { pageState } from "./batchNotifications.js";
import type { CallMark } from "../../model/ReauthSnapshot.js";
import type { CachedQuery } from "./FirstNotes.js";

/** What the failures of one cache need. */
interface QueryFailuresParts {
  readonly client: TencentErrorClient;
  /** When the query's last call began, and whose it is. */
  markOf(query: CachedQuery): CallMark | undefined;
  retry(query: CachedQuery): void;
  /** These were sent with the old session before the sign-in: they only need to be fetched again. */
  onLate(queries: readonly CachedQuery[]): void;
}

/** The queries of one cache that have failed. */
interface QueryFailures {
  add(query: CachedQuery, error: unknown): void;
  /** The same without a prompt: the query is in error again after a cancelled fetch. */
  note(query: CachedQuery, error: unknown): void;
  forget(query: CachedQuery, isWell?: boolean): void;
  /** Whether it failed because it needs a sign-in that there is. */
  has(query: CachedQuery): boolean;
  /** Those that failed because they need a sign-in; of a client with several flows, one that heals this. */
  all(isIts?: (diagnosis: Diagnosis) => boolean): readonly CachedQuery[];
  /** What it failed with for want of a sign-in. */
  diagnosisOf(query: CachedQuery): Diagnosis | undefined;
  /** Whether a sign-in fetches it although it is disabled: it was disabled when it failed, so it was fetched by hand. */
  isByHand(query: CachedQuery): boolean;
  /** Forgets that these need a sign-in. */
  clear(queries: readonly CachedQuery[]): void;
  stop(): void;
}

/** Failures are processed together: the first ones with the page's next commit, later ones at this interval. */
const processEveryMs = 100;

/** Opens one prompt for all failures of an interval, and adds them to the page's failures. */
export function createQueryFailures({ client, ...parts }: QueryFailuresParts): QueryFailures {
  const { reauth, board, retries } = client;
  /** Failed since they were last processed. */
  const newFailures = new Map<CachedQuery, unknown>();
  /** What asks for a sign-in, with what that was told from. */
  const failed = new Map<CachedQuery, { readonly error: unknown; readonly diagnosis: Diagnosis }>();
  const disabledWhenFailed = new WeakSet<CachedQuery>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let processedAt = -Infinity;

  function add(query: CachedQuery, error: unknown): void {
    // the oldest version's error has no `name` to compare
    if (error instanceof CancelledError) return;
    retries.know(query, error);
    const before = failed.get(query);
    // the prompt is open for it: the same failure is neither shown nor counted again
    if (before !== undefined && isReauthPending(reauth.getSnapshot(before.diagnosis))) {
      const now = client.diagnose(error);
      if (now.retry === "auth" && client.flowFor(now) === client.flowFor(before.diagnosis)) {
        query.setState({ error: before.error as Error, fetchFailureReason: before.error as Error });
        return reauth.require(before.diagnosis, parts.markOf(query));
      }
    }
    newFailures.set(query, error);
    if (isDue) return;
    isDue = true;
    const waitMs = processedAt + processEveryMs - performance.now();
    if (waitMs <= 0) notifyManager.schedule(processFailures);
    else timer = setTimeout(() => notifyManager.schedule(processFailures), waitMs);
  }

  function processFailures(): void {
    isDue = false;
    processedAt = performance.now();
    const needSignIn: Diagnosis[] = [];
    let since: CallMark | undefined;
    const alreadyHealed: CachedQuery[] = [];
    for (const [query, error] of newFailures) {
      const diagnosis = client.diagnose(error, { isFailed: true });
      const { retry, category } = diagnosis;
      const mark = parts.markOf(query);
      if (retry === "auth" && mark !== undefined && reauth.isHealed(mark, diagnosis)) {
        alreadyHealed.push(query);
        // a boundary that caught it learns there that it went well
        board.post(query, error);
      } else if (category !== "cancelled" && (category !== "network" || onlineManager.isOnline())) {
        note(query, error, diagnosis);
        if (retry !== "auth") {
          if (query.state.fetchFailureCount > 1) client.emit({ type: "retry.exhausted", category });
        } else {
          needSignIn.push(diagnosis);
          if (since?.isByPerson !== true) since = mark;
        }
      }
    }
    newFailures.clear();
    board.rest(alreadyHealed);
    if (alreadyHealed.length > 0) parts.onLate(alreadyHealed);
    const [first, ...others] = needSignIn;
    if (first !== undefined) reauth.require(first, since, others);
    // this task commits the page: by the microtask after it, every notice has claimed its errors
    if (pageState().isJoined) queueMicrotask(board.publish);
  }

  function note(query: CachedQuery, error: unknown, diagnosis = client.diagnose(error)): void {
    board.post(query, error, () => {
      if (!retries.maySend(query)) return;
      board.rest([query]);
      parts.retry(query);
    });
    if (diagnosis.retry !== "auth") return;
    failed.set(query, { error, diagnosis });
    if (query.isDisabled()) disabledWhenFailed.add(query);
    else disabledWhenFailed.delete(query);
  }

  return {
    add,
    note: (query, error) => note(query, error),
    forget(query, isWell) {
      newFailures.delete(query);
      failed.delete(query);
      board.clear(query, isWell);
      retries.forget(query);
    },
    has(query) {
      const error = newFailures.get(query);
      const diagnosis = failed.get(query)?.diagnosis ?? (error === undefined ? undefined : client.diagnose(error));
      return diagnosis?.retry === "auth" && client.flowFor(diagnosis) !== undefined;
    },
    all: (isIts) => [...failed].flatMap(([query, { diagnosis }]) => (isIts?.(diagnosis) === false ? [] : query)),
    diagnosisOf: (query) => failed.get(query)?.diagnosis,
    isByHand: (query) => disabledWhenFailed.has(query),
    clear: (queries) => queries.forEach((query) => failed.delete(query)),
    stop() {
      clearTimeout(timer);
      newFailures.clear();
    },
  };
}
