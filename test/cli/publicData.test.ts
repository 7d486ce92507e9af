import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codeTable, codeSources } from "../../src/cli/publicData.js";
import { reportedCatalog } from "../../src/catalog/reportedCatalog.js";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";

const tables = ["tableCodes", "reportedCodes"]
  .map((name) => readFileSync(new URL(`../../src/catalog/${name}.ts`, import.meta.url), "utf8"))
  .join("\n");

test("has every row that the catalogs have, the table's first, and says whose it is", () => {
  const sheet = codeTable();
  expect(sheet.filter(({ inTable }) => inTable).map(({ code }) => code)).toEqual(
    tencentCatalog.rows.map(({ code }) => code),
  );
  expect(sheet.map(({ code }) => code).sort()).toEqual(reportedCatalog.rows.map(({ code }) => code).sort());
  for (const { family, inTable, sources, checks, ...row } of sheet) {
    expect({ ...row, checks: checks.length === 0 ? undefined : checks }).toEqual(reportedCatalog.find(row.code));
    expect(inTable).toBe(row.documented.length > 0);
    expect(sources, family).not.toEqual([]);
  }
});

test("has no word of the vendor's", () => {
  const words = JSON.stringify(codeTable().map((record) => ({ ...record, sources: [] })));
  expect(words).not.toMatch(/\p{Script=Han}/u);
});

test.each(Object.entries(codeSources))("names the pages that the family %s names", (family, sources) => {
  const [, comment = ""] = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s+${family}: \\[`).exec(tables) ?? [];
  expect([...comment.matchAll(/@see (\S+)/g)].map(([, address]) => address)).toEqual(sources);
});
