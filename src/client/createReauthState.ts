import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { createStore } from "./createStore.js";

/** The snapshot and how it changes. */
export interface ReauthState {
  get(): ReauthSnapshot;
  subscribe(listener: () => void): () => void;
  /** Tells a change at once. */
  publish(change: Partial<ReauthSnapshot>): void;
  /** Tells soon that only a count has changed: a storm re-renders a few times a second, not once a call. */
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
  epoch: 0,
});

const countEveryMs = 50;

/** Counts are asked for when they are told. */
export function createReauthState(counts: () => Pick<ReauthSnapshot, "affected" | "toConfirm">): ReauthState {
  const store = createStore(idle);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function publish(change: Partial<ReauthSnapshot>): void {
    clearTimeout(timer);
    timer = undefined;
    const next = { ...store.get(), ...change };
    const { affected, toConfirm } = counts();
    // one question at a time: what waits for a yes is asked about once everybody is signed in
    store.set(Object.freeze({ ...next, affected, toConfirm: next.status === "succeeded" ? toConfirm : 0 }));
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    publish,
    publishCounts() {
      timer ??= setTimeout(publish, countEveryMs, {});
    },
  };
}
