import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { createStore } from "./createStore.js";

/** The snapshot and how it changes. */
export interface ReauthState {
  get(): ReauthSnapshot;
  subscribe(listener: () => void): () => void;
  /** Tells a change, and the counts, at once. A status begins without reason, closed window or other tab. */
  publish(change: Partial<ReauthSnapshot>): void;
  /** Tells the counts soon, if they changed: a storm re-renders a few times a second, not once a call. */
  publishCounts(): void;
}

/** How it stands before anything failed, and on every server. */
export const idle: ReauthSnapshot = Object.freeze({
  status: "idle",
  reason: null,
  diagnosis: null,
  affected: 0,
  toConfirm: 0,
  windowClosed: false,
  elsewhere: false,
  epoch: 0,
});

/** What ends with the status that it was said of. */
const passing: Partial<ReauthSnapshot> = { reason: null, windowClosed: false, elsewhere: false };

/** Calls that fail together are counted together; after that, a few times a second. */
const gatherMs = 40;
const countEveryMs = 250;

/** Counts are asked for when they are told. */
export function createReauthState(counts: () => Pick<ReauthSnapshot, "affected" | "toConfirm">): ReauthState {
  const store = createStore(idle);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let countedAt = -Infinity;

  function publish(change: Partial<ReauthSnapshot>): void {
    clearTimeout(timer);
    timer = undefined;
    const before = store.get();
    const next = { ...before, ...(change.status && passing), ...change };
    const after = { ...next, ...countsIn(next.status) };
    const keys = Object.keys(after) as (keyof ReauthSnapshot)[];
    if (keys.some((key) => after[key] !== before[key])) store.set(Object.freeze(after));
  }

  /** One question at a time: what waits for a yes is asked about once everybody is signed in. */
  function countsIn(status: ReauthSnapshot["status"]): Pick<ReauthSnapshot, "affected" | "toConfirm"> {
    const { affected, toConfirm } = counts();
    return { affected, toConfirm: status === "succeeded" ? toConfirm : 0 };
  }

  function publishCounts(): void {
    const { status, affected, toConfirm } = store.get();
    const now = countsIn(status);
    if (now.affected === affected && now.toConfirm === toConfirm) {
      clearTimeout(timer);
      timer = undefined;
      return;
    }
    timer ??= setTimeout(
      () => {
        countedAt = performance.now();
        publish({});
      },
      Math.max(gatherMs, countedAt + countEveryMs - performance.now()),
    );
  }

  return { get: store.get, subscribe: store.subscribe, publish, publishCounts };
}
