import type { Catalog, CodeEntry, CodeRow, Remedy } from "../model/CodeRow.js";

/** A catalog of rows that are known to be sound. A later row with the same code takes the earlier one's place. */
export function catalogOf(rows: readonly CodeRow[]): Catalog {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return Object.freeze({ rows: Object.freeze([...byCode.values()]), find: (code: number) => byCode.get(code) });
}

/** The row that a line of the catalog stands for: remedies without a `+` are the vendor's own. */
export function codeRow([code, reason, category, fixer, retry, advice, checks]: CodeEntry): CodeRow {
  const documented = Object.freeze(advice.filter((remedy): remedy is Remedy => !remedy.startsWith("+")));
  const remedies = Object.freeze(advice.map((remedy) => remedy.replace("+", "") as Remedy));
  return Object.freeze({ code, reason, category, fixer, retry, documented, remedies, checks });
}
