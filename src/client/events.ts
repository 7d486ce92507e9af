import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import { createListeners, hasPage } from "./store.js";

/** Hears every event. */
export type KitListener = (event: KitEvent) => void;

/** Where events go, with the last of them kept for a ticket. */
interface Events {
  emit(event: Omit<KitEvent, "at">): void;
  on(listener: KitListener): () => void;
  recent(): readonly KitEvent[];
}

const kept = 50;

/** The same failure of a thousand calls is kept as one event with its count, so that it pushes out nothing else. */
export function createEvents(first: KitListener | undefined): Events {
  const listeners = createListeners<KitEvent>();
  const ring: KitEvent[] = [];
  if (first !== undefined) listeners.add(first);

  function keep(event: KitEvent): void {
    const isFailure = event.type.startsWith("failure.");
    // in a storm it is the last one
    const earlier = isFailure ? ring.findLastIndex((other) => isSame(other, event)) : -1;
    const [before] = earlier < 0 ? [] : ring.splice(earlier, 1);
    ring.push(before === undefined ? event : Object.freeze({ ...event, count: (before.count ?? 1) + 1 }));
    if (ring.length > kept) ring.shift();
  }

  return {
    emit(facts) {
      const event: KitEvent = Object.freeze({ ...facts, at: Date.now() });
      // on a server they are of many visitors: none belongs into another one's ticket
      if (hasPage()) keep(event);
      listeners.notifyListener(event);
    },
    on: listeners.add,
    recent: () => ring.slice(),
  };
}

function isSame(before: KitEvent, { type, fingerprint }: KitEvent): boolean {
  return before.type === type && before.fingerprint === fingerprint;
}

/** What an event may say about a diagnosis: names and numbers of our own, and no word of a server unread. */
export function eventFields(
  diagnosis: Diagnosis | null,
): Pick<KitEvent, "code" | "dialect" | "category" | "fingerprint"> {
  if (diagnosis === null) return {};
  const { failure, category, fingerprint } = diagnosis;
  return { code: failure.code, dialect: failure.dialect, category, fingerprint };
}
