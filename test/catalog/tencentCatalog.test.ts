import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dialects } from "../../src/catalog/dialects.js";
import { reportedCatalog } from "../../src/catalog/reportedCatalog.js";
import { reportedCodes } from "../../src/catalog/reportedCodes.js";
import { tableCodes } from "../../src/catalog/tableCodes.js";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import type { CodeRow } from "../../src/model/Diagnosis.js";

const { rows } = tencentCatalog;
const reported = Object.values(reportedCodes).flat();

describe("the table", () => {
  test("has its 45 codes, each once", () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(45);
  });

  test("is classified as the research on it says, row by row", () => {
    const file = readFileSync(new URL("../fixtures/classification.tsv", import.meta.url), "utf8");
    expect(rows.map(lineOf)).toEqual(file.trim().split("\n").slice(1));
  });

  test.each([
    ["gateway", tableCodes.gateway, -26, -1],
    ["login", tableCodes.login, -73, -70],
    ["OAuth", tableCodes.oauth, 100000, 100016],
    ["relation", tableCodes.relation, 251001, 251005],
  ])("keeps the family %s in its range, in order", (_family, entries, from, to) => {
    const codes = entries.map(([code]) => code);
    expect(codes.filter((code) => code < from || code > to)).toEqual([]);
    expect(codes).toEqual(codes.toSorted((a, b) => Math.abs(a) - Math.abs(b)));
  });
});

describe("every row, also of the codes beyond the table,", () => {
  const all = reportedCatalog.rows;

  test.each<readonly [string, (row: CodeRow<number>) => boolean]>([
    ["has a code that an answer can carry", ({ code }) => Number.isInteger(code) && Math.abs(code) < 1e7 && code !== 0],
    ["has a reason in UPPER_SNAKE", ({ reason }) => /^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/.test(reason)],
    ["names a remedy once", ({ remedies }) => new Set(remedies).size === remedies.length],
    [
      "advises all that is documented, in its order",
      ({ documented, remedies }) =>
        remedies.filter((remedy) => documented.includes(remedy)).join() === documented.join(),
    ],
    [
      "signs in again by reauthorize, and only then",
      ({ category, remedies }) => (category === "reauth") === remedies.includes("reauthorize"),
    ],
    [
      "is retried after a sign-in when it wants one, and only then",
      ({ category, retry }) => (category === "reauth") === (retry === "auth"),
    ],
    ["lets a person sign in", ({ category, fixer }) => category !== "reauth" || fixer === "user"],
    [
      "is retried by itself only where the remedies say so",
      ({ retry, remedies }) =>
        (retry !== "once" && retry !== "backoff") ||
        remedies.some((remedy) => ["retryOnce", "freshNonce", "slowDown", "waitAndRetry"].includes(remedy)),
    ],
    ["backs off where it is too fast", ({ category, retry }) => category !== "rateLimit" || retry === "backoff"],
    [
      "names what to check where credentials are wrong",
      ({ category, checks }) => category !== "credentials" || (checks?.length ?? 0) > 0,
    ],
    ["names parameters as they are sent", ({ checks = [] }) => checks.every((check) => /^[A-Za-z_]+$/.test(check))],
    [
      "is frozen through and through",
      (row) => [row, row.documented, row.remedies].every((part) => Object.isFrozen(part)),
    ],
  ])("%s", (_rule, holds) => {
    expect(all.filter((row) => !holds(row))).toEqual([]);
  });

  test("has a reason of its own", () => {
    expect(new Set(all.map(({ reason }) => reason)).size).toBe(all.length);
  });
});

describe("the codes beyond the table", () => {
  test("leave the table's rows as they are", () => {
    expect(rows.map(({ code }) => reportedCatalog.find(code))).toEqual(rows);
    expect(reportedCatalog.rows).toHaveLength(rows.length + reported.length);
  });

  test("claim nothing of the vendor's table", () => {
    expect(reported.filter(([, , , , , advice]) => advice.some((remedy) => !remedy.startsWith("+")))).toEqual([]);
  });

  test("are unknown by default", () => {
    expect(reported.filter(([code]) => tencentCatalog.find(code) !== undefined)).toEqual([]);
  });
});

test("rows of dialects that share a key stand together, so that no field is read twice", () => {
  const keys = dialects.map(({ codeKey }) => codeKey);
  expect(keys.filter((key, index) => key !== keys[index - 1])).toEqual([...new Set(keys)]);
});

function lineOf({ code, category, fixer, retry, documented, remedies, checks = [], reason }: CodeRow): string {
  const advice = remedies.map((remedy) => (documented.includes(remedy) ? remedy : `+${remedy}`));
  return [code, category, fixer, retry, documented.join(" "), advice.join(" "), checks.join(" "), reason].join("\t");
}
