import { rethrowOwn } from "../base/devChecks.js";
import { parseCode } from "../base/safely.js";
import { createCatalog } from "../catalog/createCatalog.js";
import type { Catalog, Pack } from "../model/Catalog.js";
import { checkPack } from "./checkPack.js";
import { createPack } from "./createPack.js";
import type { Category, CodeRow, Fixer, Remedy, RetryRule } from "../model/Diagnosis.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * A catalog of your own: rows that are looked up instead of the vendor's, a later one in place of an earlier one with its code, or a
 * whole pack with what tells its service's answers from others'.
 * @throws TypeError in development when a row has a field, category, remedy or code that the kit does not know, or a pack has a code
 * twice, a host that is no host's name, or words that no notice could show.
 * @example
 * ```ts
 * import { createTencentErrorClient, defineCatalog, tencentCatalog } from "tencent-error-kit/core";
 *
 * const wechat = defineCatalog({
 *   name: "wechat",
 *   hosts: ["api.weixin.qq.com"],
 *   rows: [{ code: 40001, reason: "TOKEN_INVALID", category: "reauth", fixer: "user", retry: "auth", documented: [], remedies: ["reauthorize"] }],
 * });
 * export const client = createTencentErrorClient({ catalogs: [tencentCatalog, wechat] });
 * ```
 */
export function defineCatalog(given: readonly CodeRow[] | Pack): Catalog {
  const pack = "rows" in given ? given : undefined;
  const rows = "rows" in given ? given.rows : given;
  try {
    if (process.env.NODE_ENV !== "production") {
      if (pack !== undefined) checkPack(pack);
      rows.forEach(checkRow);
    }
  } catch (error) {
    rethrowOwn(error);
  }
  const copies = rows.map(copyRow);
  return pack === undefined ? createCatalog(copies) : createPack(pack, copies);
}

/** Field by field, lists as lists: what an app's JSON may carry besides goes no further, and what it lacks breaks no notice. */
function copyRow({ code, reason, category, fixer, retry, documented, remedies, checks }: CodeRow): CodeRow {
  const lists = { documented: list(documented), remedies: list(remedies), checks: checks && list(checks) };
  return { code, reason, category, fixer, retry, ...lists };
}

function list<Item>(items: readonly Item[]): readonly Item[] {
  return Object.freeze(Array.isArray(items) ? Array.from<Item>(items) : []);
}

/**
 * A catalog with further rows; a row with a known code takes the other's place. The given catalog stays as it is.
 * @throws TypeError in development when a row has a field, category, remedy or number that the kit does not know.
 */
export function extendCatalog(catalog: Catalog, rows: readonly CodeRow[]): Catalog {
  const isReplaced = ({ code }: CodeRow): boolean => rows.some((row) => row.code === code);
  const { pack } = catalog;
  if (pack === undefined) return defineCatalog([...catalog.rows, ...rows]);
  return defineCatalog({ ...pack, rows: [...catalog.rows.filter((row) => !isReplaced(row)), ...rows] });
}

/** All words that a row may use. The compiler asks for a missing one. */
// prettier-ignore
const categories: Readonly<Record<Category, 1>> = { reauth: 1, credentials: 1, request: 1, permission: 1, restriction: 1, rateLimit: 1,
  signature: 1, configuration: 1, platform: 1, network: 1, cancelled: 1, unknown: 1 };
// prettier-ignore
const remedies: Readonly<Record<Remedy, 1>> = { checkRequest: 1, checkCredentials: 1, checkPermission: 1, checkTraffic: 1, checkProtocol: 1,
  applyForPermission: 1, retryOnce: 1, slowDown: 1, switchAccount: 1, reauthorize: 1, readDocs: 1, openTicket: 1, allowListIp: 1,
  syncClock: 1, freshNonce: 1, compareRedirectUri: 1, usePost: 1, signIn: 1, waitAndRetry: 1 };
const fixers: Readonly<Record<Fixer, 1>> = { user: 1, developer: 1, platform: 1 };
const rules: Readonly<Record<RetryRule, 1>> = { no: 1, fix: 1, auth: 1, once: 1, backoff: 1, manual: 1 };
// prettier-ignore
const fields: Readonly<Record<Exclude<keyof CodeRow, "say">, 1>> = { code: 1, reason: 1, category: 1, fixer: 1, retry: 1, documented: 1, remedies: 1, checks: 1 };

/** Holds a row of the app's to the words that the kit knows. @throws TypeError that names the row, the field and the way out. */
export function checkRow(row: CodeRow): void {
  const alien = Object.keys(row).find((key) => !Object.hasOwn(fields, key));
  if (alien !== undefined)
    refuse(row, `has the field "${alien}"`, `A row has the fields ${Object.keys(fields).join(", ")}`);
  const { code } = row;
  if (
    typeof code === "string"
      ? !/^(?!-?\d+$)[\w.:/-]{1,80}$/.test(code)
      : typeof code !== "number" || parseCode(code) === null
  )
    refuse(row, "has a code that no answer carries", "Codes are whole numbers of at most ten digits, or words");
  if (!/^[A-Z][A-Z\d_]*$/.test(row.reason)) refuse(row, `has the reason "${row.reason}"`, "Reasons are UPPER_SNAKE");
  hold(row, "category", categories, [row.category]);
  hold(row, "fixer", fixers, [row.fixer]);
  hold(row, "retry", rules, [row.retry]);
  for (const field of ["documented", "remedies"] as const) {
    if (!Array.isArray(row[field])) refuse(row, `has no list of ${field}`, "An empty list says that nothing helps");
    hold(row, field, remedies, row[field]);
  }
  const lost = row.documented.find((remedy) => !row.remedies.includes(remedy));
  if (lost !== undefined)
    refuse(
      row,
      `leaves out the documented remedy "${lost}"`,
      "Remedies may add to the documented ones, never drop any",
    );
}

function hold(row: CodeRow, field: string, known: object, values: readonly string[]): void {
  const alien = values.find((value) => !Object.hasOwn(known, value));
  if (alien !== undefined) refuse(row, `has the ${field} "${alien}"`, `Known are ${Object.keys(known).join(", ")}`);
}

function refuse(row: CodeRow, what: string, way: string): never {
  throw new TypeError(`[tencent-error-kit] The catalog row ${row.code} ${what}, which no notice could show. ${way}.`);
}
