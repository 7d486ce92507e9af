import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Question } from "./heldCalls.js";
import { idle } from "./reauthStatus.js";
import { createStore } from "./store.js";

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
  readonly affected: Pick<AffectedCount, "count" | "reloads" | "isMixed">;
  /** How many changes are held. */
  changes(): number;
  /** What a person is asked about the held changes. Undefined while another question comes first. */
  question(status: ReauthSnapshot["status"]): Question | undefined;
}

/** Calls that fail together are counted together; after that, a few times a second. */
const gatherMs = 40;
const countEveryMs = 250;

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

  function countsIn(
    status: ReauthSnapshot["status"],
  ): Pick<ReauthSnapshot, "affected" | "reloads" | "mixed" | "changes" | "toConfirm" | "waiting"> {
    const { toConfirm, waiting } = question(status) ?? idle;
    const before = store.get().waiting;
    const isSame = waiting.length === before.length && waiting.every((label, index) => label === before[index]);
    return {
      affected: affected.count(),
      reloads: affected.reloads(),
      mixed: affected.isMixed(),
      changes: changes(),
      toConfirm,
      waiting: isSame ? before : Object.freeze(waiting),
    };
  }

  function publishSoon(): void {
    const { status, ...before } = store.get();
    const now = countsIn(status);
    const keys = Object.keys(now) as (keyof typeof now)[];
    if (keys.every((key) => now[key] === before[key])) return stop();
    // the last one has gone: nothing waits for a count of none
    if (now.changes === 0 && before.changes > 0) return publish(store.get());
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

/** How many calls a reauthorization concerns. */
export interface AffectedCount {
  count(): number;
  /** How many of them read. */
  reloads(): number;
  /** Whether they have several codes. */
  isMixed(): boolean;
  /** `isLate`: it began when a person was being asked already, as polls do. It is known, and not counted. */
  add(diagnosis: Diagnosis, isLate?: boolean, isChange?: boolean): void;
  clear(): void;
}

/** One failure may be told twice, by the guard around a call and by the data layer above it: it counts once. */
export function createAffectedCount(): AffectedCount {
  let counted = new WeakSet<Diagnosis>();
  let count = 0;
  let reloads = 0;
  let codes = new Set<number | null>();
  return {
    count: () => count,
    reloads: () => reloads,
    isMixed: () => codes.size > 1,
    add(diagnosis, isLate = false, isChange = false) {
      if (counted.has(diagnosis)) return;
      counted.add(diagnosis);
      codes.add(diagnosis.failure.code);
      count += isLate ? 0 : 1;
      reloads += isLate || isChange ? 0 : 1;
    },
    clear() {
      counted = new WeakSet();
      codes = new Set();
      count = 0;
      reloads = 0;
    },
  };
}
