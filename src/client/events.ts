import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent, KitListener } from "../model/KitEvent.js";
import { createListeners, hasPage } from "./store.js";

/** Where events go, with the last of them kept for a ticket. */
interface Events {
  emit(event: Omit<KitEvent, "at">): void;
  on(listener: KitListener): () => void;
  recentEvents(): readonly KitEvent[];
}

const kept = 50;

/** The same failure of a thousand calls is kept as one event with its count, so that it pushes out nothing else. */
export function createEvents(first: KitListener | undefined): Events {
  const listeners = createListeners<KitEvent>();
  /** In their order. A failure is found by what it is, any other event by itself. */
  const ring = new Map<KitEvent | string, KitEvent>();
  if (first !== undefined) listeners.add(first);

  function keep(event: KitEvent): void {
    const key = event.type.startsWith("failure.") ? `${event.type} ${event.fingerprint}` : event;
    const before = ring.get(key);
    ring.delete(key);
    ring.set(key, before === undefined ? event : Object.freeze({ ...event, count: (before.count ?? 1) + 1 }));
    if (ring.size > kept) ring.delete(ring.keys().next().value ?? "");
  }

  return {
    emit(facts) {
      const event: KitEvent = Object.freeze({ ...facts, at: Date.now() });
      // a server's events come from many visitors: one visitor's must not stand in the ticket of another
      if (hasPage()) keep(event);
      listeners.notifyListener(event);
    },
    on: listeners.add,
    recentEvents: () => [...ring.values()],
  };
}

/** What an event may say about a diagnosis: names and numbers of our own, and no word of a server unread. */
export function eventFields(
  diagnosis: Diagnosis | null,
): Pick<KitEvent, "code" | "dialect" | "category" | "fingerprint"> {
  if (diagnosis === null) return {};
  const { failure, category, fingerprint } = diagnosis;
  return { code: failure.code, dialect: failure.dialect, category, fingerprint };
}
