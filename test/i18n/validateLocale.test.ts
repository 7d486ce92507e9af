import fc from "fast-check";
import { expect, test } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { resolve } from "../../src/i18n/resolve.js";
import { validateLocale } from "../../src/i18n/validateLocale.js";
import en from "../../src/locales/en.js";
import type { Locale } from "../../src/i18n/Locale.js";
import { hostile, runs } from "../diagnose/hostile.js";

const modules = import.meta.glob<{ readonly default: Locale; readonly user: Locale }>("../../src/locales/*.ts", {
  eager: true,
});
const leaves = (node: object, path: readonly string[] = []): readonly (readonly string[])[] =>
  Object.entries(node).flatMap(([name, inside]) =>
    typeof inside === "string" ? [[...path, name]] : leaves(inside as object, [...path, name]),
  );

/** A copy of English in which one thing is another. */
function tampered(path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(en) as object;
  const room = path.slice(0, -1).reduce<object>((inside, name) => Reflect.get(inside, name) as object, copy);
  Reflect.set(room, path.at(-1) ?? "", value);
  return copy;
}

function isData(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

test.each(Object.values(modules).flatMap((module) => [module.default, module.user]))(
  "each language can stand where English does: $tag",
  (locale) => {
    expect(validateLocale(locale, en)).toBe(true);
    expect(validateLocale(locale, undefined)).toBe(true);
  },
);

test("T48: a language file with one sentence that is no text is refused", { tags: ["T48"] }, () => {
  const paths = leaves({ words: en.words, developer: en.developer });
  expect(paths.length).toBeGreaterThan(200);
  for (const path of paths) {
    for (const value of [7, "", { ret: -1 }, ["x"], "x".repeat(1001), null, { other: 7 }, { other: { other: "x" } }]) {
      expect(validateLocale(tampered(path, value), en), `${path.join(".")} = ${JSON.stringify(value)}`).toBe(false);
    }
    const isOfCode = path.includes("codes") || path.includes("titles");
    if (path.at(-1) !== "other" || isOfCode)
      expect(validateLocale(tampered(path, { other: "x" }), en), path.join(".")).toBe(false);
    if (isOfCode) continue;
    expect(validateLocale(tampered(path, undefined), en), path.join(".")).toBe(false);
    expect(validateLocale(tampered(path, "{appkey}"), en), path.join(".")).toBe(false);
  }
});

test("T48: a valid language never fails a look-up, and anything else is refused", () => {
  expect([undefined, null, en.words, { default: en }, "<html>", 7].map((found) => validateLocale(found, en))).toEqual(
    Array.from({ length: 6 }, () => false),
  );
  const paths = leaves({ words: en.words, developer: en.developer });
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(3), hostile, (path, depth, make) => {
      const value = make();
      const locale = tampered(path.slice(0, Math.max(1, path.length - depth)), value);
      // a value that changes between reads is refused or accepted, but nothing throws
      if (!validateLocale(locale, en) || !isData(value)) return;
      for (const { code } of tencentCatalog.rows)
        for (const audience of ["user", "developer"] as const) {
          const { title, description } = resolve(diagnose({ ret: code }), locale, { audience });
          expect([typeof title, typeof description]).toEqual(["string", "string"]);
        }
    }),
    { numRuns: Math.min(runs, 5000) },
  );
});
