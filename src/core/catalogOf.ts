import type { Catalog, CodeRow } from "../model/CodeRow.js";

/** A catalog of rows that are known to be sound. A later row with the same code takes the earlier one's place. */
export function catalogOf(rows: readonly CodeRow[]): Catalog {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return Object.freeze({ rows: Object.freeze([...byCode.values()]), find: (code: number) => byCode.get(code) });
}
