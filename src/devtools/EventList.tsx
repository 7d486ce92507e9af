import type { ReactElement } from "react";
import type { KitEvent } from "../model/KitEvent.js";
import type { Palette } from "./palette.js";

interface EventListProps {
  readonly events: readonly KitEvent[];
  readonly palette: Palette;
}

/** All events, newest first, as an app's `onEvent` gets them. */
export function EventList({ events, palette }: EventListProps): ReactElement {
  return (
    <details open style={{ paddingTop: 12 }}>
      <summary style={{ fontWeight: 600, cursor: "pointer" }}>Events</summary>
      <ol
        reversed
        style={{ margin: "6px 0 0", paddingLeft: 36, color: palette.muted, fontVariantNumeric: "tabular-nums" }}
      >
        {events.toReversed().map((event) => (
          <li key={`${String(event.at)} ${event.type} ${event.fingerprint ?? ""}`}>
            {timeOf(event)} <strong style={{ color: palette.fg, fontWeight: 500 }}>{event.type}</strong>{" "}
            {[event.code, event.reason, event.detail].filter((part) => part !== undefined && part !== null).join(" · ")}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The time of day of an event, in UTC. */
export function timeOf({ at }: KitEvent): string {
  return new Date(at).toISOString().slice(11, 19);
}
