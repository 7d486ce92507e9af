import type { CSSProperties, ReactElement } from "react";
import { tencentCatalog } from "../catalog/tencentCatalog.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { Palette } from "./palette.js";
import type { CodeRow } from "../model/Diagnosis.js";

interface FailureTableProps {
  readonly events: readonly KitEvent[];
  /** Whether others were left out. */
  readonly isFiltered: boolean;
  readonly palette: Palette;
}

/** The last failures, newest first, each with the reason of its category. */
export function FailureTable({ events, isFiltered, palette }: FailureTableProps): ReactElement {
  if (events.length === 0)
    return <p style={{ color: palette.muted }}>{isFiltered ? "No failure matches." : "Nothing has failed yet."}</p>;
  const cell = { padding: "5px 12px 5px 0", borderBottom: `1px solid ${palette.line}`, verticalAlign: "top" } as const;
  return (
    <table style={{ width: "100%", marginTop: 8, borderCollapse: "collapse", textAlign: "start" }}>
      <thead>
        <tr>
          {["Time", "Code", "Dialect", "Category", "Times", "Why"].map((name) => (
            <th key={name} scope="col" style={{ ...cell, color: palette.muted, fontWeight: 400, textAlign: "start" }}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${String(event.at)} ${event.fingerprint ?? ""}`}>
            {[timeOf(event), event.code ?? "–", event.dialect, event.category, event.count ?? 1, reasonOf(event)].map(
              (value, index) => (
                <td key={index} style={{ ...cell, ...columns[index] }}>
                  {value}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The code stands out, and the reason keeps room for its words where the panel is narrow. */
const columns: Readonly<Record<number, CSSProperties>> = { 1: { fontWeight: 600 }, 5: { minWidth: "16em" } };

// prettier-ignore
const retries: Readonly<Record<CodeRow["retry"], string>> = {
  no: "Trying again never helps.", fix: "It is tried again after a fix.", auth: "It is tried again after a sign-in.",
  once: "It is tried once more by itself.", backoff: "It is tried again by itself, later.", manual: "A person may try it again.",
};

/** Why a failure has its category, in a sentence for developers. */
function reasonOf({ code, dialect, category, fingerprint }: KitEvent): string {
  const row = typeof code === "number" ? tencentCatalog.find(code) : undefined;
  if (row !== undefined && row.reason === fingerprint)
    return `Row ${row.reason} of the table: for the ${row.fixer} to fix. ${retries[row.retry]} What helps: ${row.remedies.map(spelt).join(", ")}.`;
  if (fingerprint !== undefined && /^[A-Z][A-Z0-9_]*$/.test(fingerprint))
    return `Row ${fingerprint} of the app's own catalog.`;
  if (row !== undefined)
    return `${String(code)} is in the table, but ${dialect ?? "this dialect"} is not the table's: its numbers mean something else.`;
  if (typeof code === "number")
    return `Neither the table nor the app's catalog has ${String(code)} in ${dialect ?? "this dialect"}.`;
  return category === "unknown"
    ? "No code was found in it."
    : "No code: from how the call failed, or from its HTTP status.";
}

/** `checkRequest` as words. */
function spelt(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

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
function timeOf({ at }: KitEvent): string {
  return new Date(at).toISOString().slice(11, 19);
}
