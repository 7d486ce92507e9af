import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { defineCatalog } from "../../src/diagnose/defineCatalog.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { TencentError } from "../../src/diagnose/TencentError.js";
import { unwrap } from "../../src/diagnose/unwrap.js";
import { resolve } from "../../src/i18n/resolve.js";
import en from "../../src/locales/en.js";
import type { Catalog, Pack } from "../../src/model/Catalog.js";
import { hostile, runs } from "./hostile.js";
import type { CodeRow } from "../../src/model/Diagnosis.js";

// Packs of others, sound and broken, and whatever answers beside them.
const settings = { numRuns: Math.ceil(runs / 5) };

/** Two packs that claim a call alike are told of in the console. */
beforeEach(() => void vi.spyOn(console, "warn").mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const word = fc.stringMatching(/^[a-z]{2,8}$/);
const code = fc.oneof(
  // smaller ones are not enough for a failure in a good answer
  fc.integer({ min: 1000, max: 9_999_999 }),
  // none that looks like a token, which is masked, and none that says that there is no error
  fc.stringMatching(/^[A-Z][f-x]{2,8}(\.[A-Z][f-x]{2,8})?$/).filter((text) => !/^(?:nil|null)$/i.test(text)),
);

const row = fc.record({ code, isSignIn: fc.boolean() }).map(({ code: given, isSignIn }): CodeRow => ({
  ...{ code: given, reason: `R_${String(given).replace(/\W/g, "_").toUpperCase()}`, documented: [] },
  ...(isSignIn
    ? { category: "reauth", fixer: "user", retry: "auth", remedies: ["reauthorize"] }
    : { category: "request", fixer: "developer", retry: "fix", remedies: ["checkRequest"] }),
}));

/** A pack that is told by a place, by keys of its own, or by both. */
const pack = fc
  .record({
    name: word,
    codeKey: word,
    rows: fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: (each) => each.code }),
    place: fc.constantFrom("host", "path", "both"),
  })
  .map(({ name, codeKey, rows, place }): Pack => ({
    name: `x${name}`,
    dialects: [{ name: `x${name}`, codeKey: `x${codeKey}`, messageKey: "words" }],
    rows,
    ...(place !== "path" && { hosts: [`${name}.service.example`] }),
    ...(place !== "host" && { paths: [`/api/x${name}`] }),
  }));

const packs = fc.uniqueArray(pack, { minLength: 1, maxLength: 4, selector: ({ name }) => name });

function addressOf({ hosts, paths }: Pack): string {
  return `https://${hosts?.[0] ?? "app.example"}${paths?.[0] ?? ""}/a?b=1`;
}

function bodyOf({ dialects }: Pack, given: number | string): object {
  const [dialect] = dialects ?? [];
  return typeof dialect === "object" ? { [dialect.codeKey]: given, words: "of the server" } : {};
}

function told(url: string, body: object, catalogs: readonly Catalog[]) {
  try {
    unwrap(body, { status: 200, headers: { get: () => "application/json" }, url }, catalogs);
    return undefined;
  } catch (error) {
    if (error instanceof TencentError) return error.diagnosis;
    throw error;
  }
}

test("each code of a pack is found at its place, whatever packs there are beside it", () => {
  fc.assert(
    fc.property(packs, (given) => {
      const catalogs = [tencentCatalog, ...given.map(defineCatalog)];
      for (const each of given)
        for (const { code: expected, reason } of each.rows) {
          const found = told(addressOf(each), bodyOf(each, expected), catalogs);
          expect([found?.catalog, found?.row?.reason]).toEqual([each.name, reason]);
        }
    }),
    settings,
  );
});

test("no pack takes a call by its number, nor from the vendor or from another's place", () => {
  fc.assert(
    fc.property(packs, fc.constantFrom("ret", "errcode", "error", "code"), (given, key) => {
      const catalogs = [tencentCatalog, ...given.map(defineCatalog)];
      const names = given.map(({ name }) => name);
      for (const { rows } of given)
        for (const { code: number } of rows) {
          const found = diagnose({ [key]: number, msg: "" }, { catalogs });
          expect(names).not.toContain(found.catalog);
          if (key === "ret") expect(found.row).toBe(diagnose({ ret: number, msg: "" }).row);
        }
      for (const each of given)
        for (const other of given.filter((one) => one !== each && one.paths !== undefined))
          for (const { code: number } of each.rows)
            expect(
              told(`https://app.example${other.paths?.[0] ?? ""}/a`, bodyOf(each, number), catalogs)?.catalog,
            ).not.toBe(each.paths === undefined ? "" : each.name);
    }),
    settings,
  );
});

test("with packs diagnose is total, and what crossed a border keeps its catalog", () => {
  fc.assert(
    fc.property(packs, hostile, (given, make) => {
      const catalogs = [tencentCatalog, ...given.map(defineCatalog)];
      const first = diagnose(make(), { catalogs });
      const again = diagnose(JSON.parse(JSON.stringify(new TencentError(first))), { catalogs });
      expect([again.catalog, again.row, again.category]).toEqual([first.catalog, first.row, first.category]);
      for (const audience of ["user", "developer"] as const)
        expect(resolve(first, en, { audience }).title).not.toBe("");
    }),
    settings,
  );
});

test("what is no pack is refused with what, why and what to do, and nothing else is thrown", () => {
  const anything = fc.anything({ maxDepth: 2, withNullPrototype: true });
  const broken = fc.record(
    {
      ...{ name: fc.oneof(word, anything), rows: fc.oneof(fc.array(fc.oneof(row, anything)), anything) },
      ...{
        dialects: fc.oneof(fc.array(fc.oneof(word, anything)), anything),
        hosts: fc.oneof(fc.array(anything), anything),
      },
      ...{ paths: fc.oneof(fc.array(anything), anything), words: anything, other: anything },
    },
    { requiredKeys: ["name", "rows"] },
  );
  fc.assert(
    fc.property(broken, (given) => {
      try {
        const catalog = defineCatalog(given as Pack);
        diagnose({ ret: -21, msg: "" }, { catalogs: [tencentCatalog, catalog] });
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        expect(String(error)).toContain("[tencent-error-kit]");
      }
    }),
    settings,
  );
});
