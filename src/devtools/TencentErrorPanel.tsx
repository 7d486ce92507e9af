"use client";

import { type CSSProperties, type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { EventList, FailureTable } from "./EventViews.js";
import { Injector } from "./Injector.js";
import { firstPalette, type Palette, paletteBehind } from "./palette.js";
import { ReauthStates } from "./ReauthStates.js";
import type { KitEvent } from "../model/KitEvent.js";

/** The client that the panel shows. */
export interface TencentErrorPanelProps {
  readonly client: TencentErrorClient;
}

/** For developers, in English: the reauthorization's state, the last failures with their reasons, and a way to cause one. */
export function TencentErrorPanel({ client }: TencentErrorPanelProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const [palette, setPalette] = useState(firstPalette);
  const [query, setQuery] = useState("");
  const [clearedAt, setClearedAt] = useState(0);
  const [copied, setCopied] = useState(false);
  const store = eventsOf(client);
  const events = useSyncExternalStore(store.subscribe, store.get, store.getNone);
  const look = (): void => setPalette(paletteBehind(root.current?.parentElement ?? null));
  useEffect(() => {
    // the page may get its theme after its parts
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [events]);
  const shown = events.filter((event) => {
    const text = Object.values(event).join(" ").toLowerCase();
    return event.at > clearedAt && text.includes(query.trim().toLowerCase());
  });
  const copy = (): void => {
    void navigator.clipboard.writeText(JSON.stringify(shown, null, 2)).then(() => setCopied(true));
  };
  const { scheme, bg, fg, line } = palette;
  const control = controlStyle(palette);
  return (
    <div
      ref={root}
      lang="en"
      dir="ltr"
      onPointerEnter={look}
      style={{ padding: 16, overflow: "auto", font, colorScheme: scheme, background: bg, color: fg }}
    >
      <ReauthStates reauth={client.reauth} palette={palette} />
      <div style={{ ...row, padding: "12px 0", borderBottom: `1px solid ${line}` }}>
        <Injector client={client} control={control} />
        <input
          type="search"
          aria-label="Filter"
          placeholder="Filter: -73, reauth, retry …"
          value={query}
          style={{ ...control, flex: "1 1 140px" }}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button type="button" style={control} onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </button>
        <button type="button" style={control} onClick={() => setClearedAt(Date.now())}>
          Clear
        </button>
      </div>
      <FailureTable
        events={shown.filter(({ type }) => type === "failure.diagnosed").toReversed()}
        isFiltered={events.length > shown.length}
        palette={palette}
      />
      <EventList events={shown} palette={palette} />
    </div>
  );
}

const font = "13px/1.5 system-ui, sans-serif";
const row = { display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" } as const;

/** The look of the panel's buttons and fields. */
function controlStyle({ bg, fg, line }: Palette): CSSProperties {
  return {
    minHeight: 28,
    padding: "0 10px",
    border: `1px solid ${line}`,
    borderRadius: 6,
    background: bg,
    color: fg,
    font: "inherit",
  };
}

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
