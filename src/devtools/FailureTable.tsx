import type { ReactElement } from "react";
import type { KitEvent } from "../model/KitEvent.js";
import { reasonOf } from "./reasonOf.js";

/** What failed last, newest first, and why it is taken for what it is. */
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
