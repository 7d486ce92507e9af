import type { Catalog } from "../model/Catalog.js";
import type { CodeRow, Remedy } from "../model/Diagnosis.js";
import type { CodeEntry } from "./tableCodes.js";

/** A catalog of rows that are known to be sound. A later row with the same code takes the earlier one's place. */
export function createCatalog<Code extends number | string>(
  rows: readonly CodeRow<Code>[],
  more?: Omit<Catalog, "rows" | "find">,
): Catalog<Code> {
  const byCode = new Map<number | string, CodeRow<Code>>(rows.map((row) => [row.code, Object.freeze(row)]));
  return Object.freeze({ ...more, rows: Object.freeze([...byCode.values()]), find: byCode.get.bind(byCode) });
}

/** The row that a line of the catalog stands for: remedies without a `+` are the vendor's own. */
export function createRow([code, reason, category, fixer, retry, advice, checks]: CodeEntry): CodeRow<number> {
  const documented = Object.freeze(advice.filter((remedy): remedy is Remedy => !remedy.startsWith("+")));
  const remedies = Object.freeze(advice.map((remedy) => remedy.replace("+", "") as Remedy));
  return { code, reason, category, fixer, retry, documented, remedies, checks };
}
