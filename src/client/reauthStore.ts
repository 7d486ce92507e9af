import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { AffectedCount } from "./affectedCount.js";
import { idle } from "./reauthStatus.js";
import { createStore } from "./store.js";
import type { Question } from "./Reauth.js";

/** The snapshot and how it changes. */
export interface ReauthStore {
  get(): ReauthSnapshot;
  subscribe(listener: () => void): () => void;
  /** Publishes a snapshot at once, with the counts of now. Does nothing where none of its fields has changed. */
  publish(snapshot: ReauthSnapshot): void;
  /** Publishes the counts soon, if they changed: a storm re-renders a few times a second, not once a call. */
  publishSoon(): void;
  /** Leaves no timer behind. */
  stop(): void;
}

/** What is said and counted when a snapshot is published. */
interface Counts extends Pick<ReauthSnapshot, "provider"> {
  readonly affected: Omit<AffectedCount, "add" | "settle" | "clear">;
  /** How many changes are held. */
  changes(): number;
  /** What a person is asked about the held changes. Undefined while another question comes first. */
  question(status: ReauthSnapshot["status"]): Question | undefined;
}

type SnapshotCounts = Pick<
  ReauthSnapshot,
  "affected" | "reloads" | "mixed" | "restored" | "sent" | "unsettled" | "changes" | "toConfirm" | "waiting" | "unsure"
>;

/** Calls that fail together are counted together; after that, a few times a second. */
const gatherMs = 40;
const countEveryMs = 250;

/** The snapshot of one reauthorization, idle at first. */
export function createReauthStore({ provider, affected, changes, question }: Counts): ReauthStore {
  const store = createStore(idle);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let countedAt = -Infinity;

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function publish(snapshot: ReauthSnapshot): void {
    stop();
    const before = store.get();
    const after = { ...snapshot, ...countsIn(snapshot.status), provider };
    const keys = Object.keys(after) as (keyof ReauthSnapshot)[];
    if (keys.some((key) => after[key] !== before[key])) store.set(Object.freeze(after));
  }

  function countsIn(status: ReauthSnapshot["status"]): SnapshotCounts {
    const { toConfirm, waiting, unsure }: Pick<ReauthSnapshot, keyof Question> = question(status) ?? idle;
    const before = store.get().waiting;
    const isSame = waiting.length === before.length && waiting.every((label, index) => label === before[index]);
    return {
      affected: affected.count(),
      reloads: affected.reloads(),
      mixed: affected.isMixed(),
      restored: affected.restored(),
      sent: affected.sent(),
      unsettled: affected.unsettled(toConfirm),
      changes: changes(),
      toConfirm,
      unsure,
      waiting: isSame ? before : Object.freeze(waiting),
    };
  }

  function publishSoon(): void {
    const { status, ...before } = store.get();
    // what is counted soon need not be counted now, unless it may be the last one
    if (timer !== undefined && (changes() > 0 || before.changes === 0) && affected.unsettled(changes()) > 0) return;
    const now = countsIn(status);
    const keys = Object.keys(now) as (keyof typeof now)[];
    if (keys.every((key) => now[key] === before[key])) return stop();
    // the first change is there: from then on, who closes the prompt puts it aside. The last one has gone: nothing waits for a count of none
    const isTurn = (now.changes === 0) !== (before.changes === 0) || (now.unsettled === 0 && before.unsettled > 0);
    if (isTurn) return publish(store.get());
    timer ??= setTimeout(
      () => {
        countedAt = performance.now();
        publish(store.get());
      },
      Math.max(gatherMs, countedAt + countEveryMs - performance.now()),
    );
  }

  return { get: store.get, subscribe: store.subscribe, publish, publishSoon, stop };
}
