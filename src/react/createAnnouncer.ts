import { createStore } from "../client/createStore.js";

/** What is to be said to assistive technology, for the one region that says it. */
export interface Announcer {
  getText(): string;
  subscribe(listener: () => void): () => void;
  announce(text: string, key: string): void;
}

const quietMs = 5000;

/** One announcement for a key in five seconds, however many notices ask for it. */
export function createAnnouncer(): Announcer {
  const store = createStore("");
  const saidAt = new Map<string, number>();
  return {
    getText: store.get,
    subscribe: store.subscribe,
    announce(text, key) {
      const now = performance.now();
      for (const [old, at] of saidAt) if (now - at >= quietMs) saidAt.delete(old);
      if (saidAt.has(key)) return;
      saidAt.set(key, now);
      store.set(text);
    },
  };
}
