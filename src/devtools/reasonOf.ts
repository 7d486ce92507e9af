import { tencentCatalog } from "../core/tencentCatalog.js";
import type { KitEvent } from "../model/KitEvent.js";

/** Why a failure has its category, in a sentence for developers. */
export function reasonOf({ code, dialect, category, fingerprint }: KitEvent): string {
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
    : "No code: told by how the call failed, or by its HTTP status.";
}
