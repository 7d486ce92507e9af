import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import type { KitEvent } from "../model/KitEvent.js";

/** The client's last events as a store. */
interface EventStore {
  get(): readonly KitEvent[];
  getNone(): readonly KitEvent[];
  subscribe(listener: () => void): () => void;
}

const none: readonly KitEvent[] = [];
const stores = new WeakMap<TencentErrorClient, EventStore>();

/** One store for each client. It listens only while it has subscribers, and notifies them once a frame. */
export function eventsOf(client: TencentErrorClient): EventStore {
  const known = stores.get(client);
  if (known !== undefined) return known;
  const made = createEventStore(client);
  stores.set(client, made);
  return made;
}

function createEventStore(client: TencentErrorClient): EventStore {
  let events: readonly KitEvent[] | undefined;
  return {
    get: () => (events ??= client.recentEvents()),
    getNone: () => none,
    subscribe(listener) {
      let frame: number | undefined;
      events = undefined;
      const off = client.on(() => {
        frame ??= requestAnimationFrame(() => {
          frame = undefined;
          events = undefined;
          listener();
        });
      });
      return () => {
        off();
        if (frame !== undefined) cancelAnimationFrame(frame);
      };
    },
  };
}
