import type { KitEvent } from "../model/KitEvent.js";

/** Hears every event. */
export type KitListener = (event: KitEvent) => void;

/** Where events go, with the last of them kept for a ticket. */
export interface Events {
  emit(event: Omit<KitEvent, "at">): void;
  on(listener: KitListener): () => void;
  recent(): readonly KitEvent[];
}

const kept = 50;

/** A listener that throws is the app's own trouble: it reaches the console and stops nobody else. */
export function createEvents(first: KitListener | undefined): Events {
  const listeners = new Set<KitListener>(first === undefined ? [] : [first]);
  const ring: KitEvent[] = [];
  return {
    emit(facts) {
      const event: KitEvent = Object.freeze({ ...facts, at: Date.now() });
      ring.push(event);
      if (ring.length > kept) ring.shift();
      for (const listener of listeners) tell(listener, event);
    },
    on(listener) {
      // a function of its own, so that the same listener given twice is taken off one by one
      const own: KitListener = (event) => {
        listener(event);
      };
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    recent: () => ring.slice(),
  };
}

function tell(listener: KitListener, event: KitEvent): void {
  try {
    listener(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
