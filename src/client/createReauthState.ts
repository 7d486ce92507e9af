import type { Diagnosis } from "../model/Diagnosis.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Question } from "./heldCalls.js";
import { createStore } from "./store.js";

/** The snapshot and how it changes. */
export interface ReauthStore {
  get(): ReauthSnapshot;
  subscribe(listener: () => void): () => void;
  /** Tells a change, and the counts, at once. A status begins without reason, closed window or other tab. */
  publish(change: Partial<ReauthSnapshot>): void;
  /** Tells the counts soon, if they changed: a storm re-renders a few times a second, not once a call. */
  publishCounts(): void;
  /** Leaves no timer behind. */
  rest(): void;
}

/** What is counted when it is told. */
interface Counts {
  affected(): number;
  /** What a person is asked about the held changes; nothing while another question comes first. */
  question(status: ReauthSnapshot["status"]): Question | undefined;
}

const nothing: Question = { toConfirm: 0, waiting: Object.freeze([]) };

/** How it stands before anything failed, and on every server. */
export const idle: ReauthSnapshot = Object.freeze({
  status: "idle",
  reason: null,
  diagnosis: null,
  affected: 0,
  ...nothing,
  windowClosed: false,
  lostState: false,
  elsewhere: false,
  epoch: 0,
  accountEpoch: 0,
});

/** What ends with the status that it was said of. */
const passing: Partial<ReauthSnapshot> = { reason: null, windowClosed: false, lostState: false, elsewhere: false };

/** Calls that fail together are counted together; after that, a few times a second. */
const gatherMs = 40;
const countEveryMs = 250;

export function createReauthState({ affected, question }: Counts): ReauthStore {
  const store = createStore(idle);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let countedAt = -Infinity;

  function rest(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function publish(change: Partial<ReauthSnapshot>): void {
    rest();
    const before = store.get();
    const next = { ...before, ...(change.status && passing), ...change };
    const after = { ...next, ...countsIn(next.status) };
    const keys = Object.keys(after) as (keyof ReauthSnapshot)[];
    if (keys.some((key) => after[key] !== before[key])) store.set(Object.freeze(after));
  }

  function countsIn(status: ReauthSnapshot["status"]): Pick<ReauthSnapshot, "affected" | "toConfirm" | "waiting"> {
    const { toConfirm, waiting } = question(status) ?? nothing;
    const before = store.get().waiting;
    const isSame = waiting.length === before.length && waiting.every((label, index) => label === before[index]);
    return { affected: affected(), toConfirm, waiting: isSame ? before : Object.freeze(waiting) };
  }

  function publishCounts(): void {
    const { status, ...before } = store.get();
    const now = countsIn(status);
    if (now.affected === before.affected && now.toConfirm === before.toConfirm && now.waiting === before.waiting)
      return rest();
    timer ??= setTimeout(
      () => {
        countedAt = performance.now();
        publish({});
      },
      Math.max(gatherMs, countedAt + countEveryMs - performance.now()),
    );
  }

  return { get: store.get, subscribe: store.subscribe, publish, publishCounts, rest };
}

/** How many calls a reauthorization concerns. */
export interface AffectedCount {
  count(): number;
  /** `isLate`: it began when a person was being asked already, as polls do. It is known, and not counted. */
  add(diagnosis: Diagnosis, isLate?: boolean): void;
  clear(): void;
}

/** One failure may be told twice, by the guard around a call and by the data layer above it: it counts once. */
export function createAffectedCount(): AffectedCount {
  let counted = new WeakSet<Diagnosis>();
  let count = 0;
  return {
    count: () => count,
    add(diagnosis, isLate = false) {
      if (counted.has(diagnosis)) return;
      counted.add(diagnosis);
      count += isLate ? 0 : 1;
    },
    clear() {
      counted = new WeakSet();
      count = 0;
    },
  };
}

/** Whether somebody is being asked to sign in: what failed for want of it would only fail again. */
export function isReauthPending({ status, reason }: ReauthSnapshot): boolean {
  if (status === "failed") return reason !== "accountMismatch" && reason !== "loop";
  return status === "required" || status === "opening" || status === "waiting" || status === "verifying";
}
