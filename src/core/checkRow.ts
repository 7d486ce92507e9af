import type { Category, CodeRow, Fixer, Remedy, RetryRule } from "../model/CodeRow.js";
import { strictCode } from "./strictCode.js";

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
const fields: Readonly<Record<keyof CodeRow, 1>> = { code: 1, reason: 1, category: 1, fixer: 1, retry: 1, documented: 1, remedies: 1, checks: 1 };

/** Holds a row of the app's to the words that the kit knows. @throws TypeError that names the row, the field and the way out. */
export function checkRow(row: CodeRow): void {
  const alien = Object.keys(row).find((key) => !Object.hasOwn(fields, key));
  if (alien !== undefined)
    refuse(row, `has the field "${alien}"`, `A row has the fields ${Object.keys(fields).join(", ")}`);
  if (typeof row.code !== "number" || strictCode(row.code) === null)
    refuse(row, "has a code that no answer carries", "Codes are whole numbers of at most ten digits");
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
