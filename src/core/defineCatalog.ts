import type { Catalog, CodeRow } from "../model/CodeRow.js";
import { catalogOf } from "./catalogOf.js";
import { checkRow } from "./checkRow.js";
import { rethrowOwn } from "./rethrowOwn.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

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
  try {
    if (process.env.NODE_ENV !== "production") rows.forEach(checkRow);
  } catch (error) {
    rethrowOwn(error);
  }
  return catalogOf(rows.map(copyRow));
}

/** Field by field, lists as lists: what an app's JSON may carry besides goes no further, and what it lacks breaks no notice. */
function copyRow({ code, reason, category, fixer, retry, documented, remedies, checks }: CodeRow): CodeRow {
  const lists = { documented: list(documented), remedies: list(remedies), checks: checks && list(checks) };
  return Object.freeze({ code, reason, category, fixer, retry, ...lists });
}

function list<Item>(items: readonly Item[]): readonly Item[] {
  return Object.freeze(Array.isArray(items) ? Array.from<Item>(items) : []);
}
