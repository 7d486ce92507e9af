"use client";

import { type ReactElement, useSyncExternalStore } from "react";
import { every as statuses } from "../client/reauthTable.js";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import type { KitEvent } from "../model/KitEvent.js";
import { FailureTable } from "./FailureTable.js";
import { Injector } from "./Injector.js";

/** The client that the panel shows. */
export interface TencentErrorPanelProps {
  readonly client: TencentErrorClient;
}

/** For developers, in English: the reauthorization's state, the last failures with their reasons, and a way to cause one. */
export function TencentErrorPanel({ client }: TencentErrorPanelProps): ReactElement {
  const { subscribe, getSnapshot, getServerSnapshot } = client.reauth;
  const { status, reason, epoch, affected, toConfirm } = useSyncExternalStore(
    subscribe,
    getSnapshot,
    getServerSnapshot,
  );
  const store = eventsOf(client);
  const events = useSyncExternalStore(store.subscribe, store.get, store.getNone);
  return (
    <div lang="en" dir="ltr" style={{ padding: 16, overflow: "auto", font: "13px/1.5 system-ui, sans-serif" }}>
      <h2>Reauthorization</h2>
      <ol aria-label="States" style={{ display: "flex", flexWrap: "wrap", gap: 12, padding: 0, listStyle: "none" }}>
        {statuses.map((each) => (
          <li
            key={each}
            aria-current={each === status ? "step" : undefined}
            style={each === status ? current : undefined}
          >
            {each}
          </li>
        ))}
      </ol>
      <p>
        <span>
          Epoch {epoch} · {affected} affected · {toConfirm} to confirm{reason === null ? "" : ` · ${reason}`}
        </span>
      </p>
      <Injector client={client} />
      <h2>Last failures</h2>
      <FailureTable events={events.filter(({ type }) => type === "failure.diagnosed").toReversed()} />
      <h2>Events</h2>
      <ol reversed>
        {events.toReversed().map((event) => (
          <li key={`${String(event.at)} ${event.type} ${event.fingerprint ?? ""}`}>
            {new Date(event.at).toISOString()} {event.type} {event.code ?? ""} {event.reason ?? event.detail ?? ""}
          </li>
        ))}
      </ol>
    </div>
  );
}

const current = { fontWeight: 700, textDecoration: "underline" } as const;

/** The client's last events as a store. */
interface EventStore {
  get(): readonly KitEvent[];
  getNone(): readonly KitEvent[];
  subscribe(listener: () => void): () => void;
}

const none: readonly KitEvent[] = [];
const stores = new WeakMap<TencentErrorClient, EventStore>();

/** One store for each client. It listens only while it has subscribers, and notifies them once a frame. */
function eventsOf(client: TencentErrorClient): EventStore {
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
