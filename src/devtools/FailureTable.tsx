import type { ReactElement } from "react";
import { tencentCatalog } from "../catalog/tencentCatalog.js";
import type { KitEvent } from "../model/KitEvent.js";

/** The last failures, newest first, each with the reason of its category. */
export function FailureTable({ events }: { readonly events: readonly KitEvent[] }): ReactElement {
  if (events.length === 0) return <p>Nothing has failed yet.</p>;
  return (
    <table style={{ borderSpacing: "12px 2px", textAlign: "start" }}>
      <thead>
        <tr>
          {["Time", "Code", "Dialect", "Category", "Times", "Why"].map((name) => (
            <th key={name} scope="col" style={{ textAlign: "start" }}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${String(event.at)} ${event.fingerprint ?? ""}`}>
            <td>{new Date(event.at).toISOString().slice(11, 19)}</td>
            <td>{event.code ?? "–"}</td>
            <td>{event.dialect}</td>
            <td>{event.category}</td>
            <td>{event.count ?? 1}</td>
            <td>{reasonOf(event)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a failure has its category, in a sentence for developers. */
function reasonOf({ code, dialect, category, fingerprint }: KitEvent): string {
  const row = typeof code === "number" ? tencentCatalog.find(code) : undefined;
  if (row !== undefined && row.reason === fingerprint)
    return `Row ${row.reason} of the table: for the ${row.fixer} to fix, retry "${row.retry}", ${row.remedies.join(", ")}.`;
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
