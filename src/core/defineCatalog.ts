import type { Catalog, CodeRow } from "../model/CodeRow.js";
import { checkRow } from "./checkRow.js";
import { isDevelopment } from "./isDevelopment.js";

/**
 * A catalog of your own rows. A later row with the same code takes the earlier one's place.
 * @throws TypeError in development when a row has a field, category, remedy or number that the kit does not know.
 * @example
 * ```ts
 * import { defineCatalog } from "tencent-error-kit/core";
 *
 * export const catalog = defineCatalog([
 *   { code: -500, reason: "QUEUE_FULL", category: "rateLimit", fixer: "platform", retry: "backoff", documented: [], remedies: ["waitAndRetry"] },
 * ]);
 * ```
 */
export function defineCatalog(rows: readonly CodeRow[]): Catalog {
  if (isDevelopment()) rows.forEach(checkRow);
  const byCode = new Map(rows.map((row) => [row.code, copyRow(row)]));
  return Object.freeze({ rows: Object.freeze([...byCode.values()]), find: (code: number) => byCode.get(code) });
}

/** Field by field: what an app's JSON may carry besides goes no further. */
function copyRow({ code, reason, category, fixer, retry, documented, remedies, checks }: CodeRow): CodeRow {
  return Object.freeze({ code, reason, category, fixer, retry, documented, remedies, checks });
}
