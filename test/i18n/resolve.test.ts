import { describe, expect, test } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { interpolate, pluralise } from "../../src/i18n/interpolate.js";
import { resolve } from "../../src/i18n/resolve.js";
import en from "../../src/locales/en.js";
import zhCN from "../../src/locales/zh-CN.js";
import type { Diagnosis } from "../../src/model/Diagnosis.js";
import type { Locale } from "../../src/i18n/Locale.js";

const locales: readonly Locale[] = [en, zhCN];
const { rows } = tencentCatalog;
const of = (code: number): Diagnosis => diagnose({ ret: code });

test("the steps of one diagnosis depend on the language alone", () => {
  const diagnosis = of(-22);
  const steps = (locale: Locale): readonly string[] =>
    resolve(diagnosis, locale, { audience: "developer" }).steps.map(({ text }) => text);
  const [first, second] = [steps(en), steps(zhCN)];
  expect(first).not.toEqual(second);
  expect([steps(en), steps(en), steps(zhCN)]).toEqual([first, first, second]);
  expect(resolve(diagnosis, en, { audience: "user" }).steps).toEqual([]);
});

describe.each(locales)("in $tag", (locale) => {
  test("a user gets a title, a sentence and no steps for each of the 45 codes", { tags: ["WCAG-3.3.1"] }, () => {
    for (const { code } of rows) {
      const { title, description, steps, lang, dir, audience } = resolve(of(code), locale, { audience: "user" });
      expect(
        [title, description].every((text) => text !== "" && !/[{}]/.test(text)),
        String(code),
      ).toBe(true);
      expect([steps, lang, dir, audience]).toEqual([[], locale.tag, "ltr", "user"]);
    }
  });

  test("a developer gets a description of its own and every step for each code of the table", () => {
    const messages = rows.map(({ code }) => resolve(of(code), locale, { audience: "developer" }));
    expect(new Set(messages.map(({ description }) => description)).size).toBe(rows.length);
    expect(messages.map(({ steps }) => steps.map(({ remedy }) => remedy))).toEqual(
      rows.map(({ remedies }) => remedies),
    );
    expect(messages.flatMap(({ steps }) => steps).filter(({ text }) => text === "" || /[{}]/.test(text))).toEqual([]);
  });

  test("steps that check something name all of it", () => {
    for (const { code, checks = [], remedies } of rows) {
      const texts = resolve(of(code), locale, { audience: "developer" }).steps.map(({ text }) => text);
      const isChecking = remedies.includes("checkRequest") || remedies.includes("checkCredentials");
      if (isChecking)
        expect(
          checks.filter((check) => !texts.some((text) => text.includes(check))),
          String(code),
        ).toEqual([]);
    }
  });

  test.each(["user", "developer"] as const)("-73 explains to the %s that the password was changed", (audience) => {
    expect(Object.values(resolve(of(-73), locale, { audience })).join(" ")).toMatch(/password|密码/);
  });

  test.each([
    ["no row", diagnose({ ret: -999 })],
    ["no answer", diagnose(undefined)],
    ["a row with a code that no language knows", { ...of(-21), row: { ...of(-21).row, code: 77 } }],
    ["an unknown category", { ...of(-21), category: "oops" }],
    ["an inherited category", { ...of(-999), category: "constructor" }],
    ["a remedy without a word", { ...of(-21), remedies: ["reboot", "toString", "openTicket"] }],
    ["nothing to check", { ...of(-2), row: { ...of(-2).row, checks: [] } }],
  ])("has words for a diagnosis with %s", (_what, diagnosis) => {
    for (const audience of ["user", "developer"] as const) {
      const { title, description, steps } = resolve(diagnosis as Diagnosis, locale, { audience });
      expect([title, description, ...steps.map(({ text }) => text)].filter((text) => !text)).toEqual([]);
    }
  });
});

test.each([
  ["an app's own bug", new Error("x is not a function"), "noCode"],
  ["an answer without a code", diagnose(undefined), "noCode"],
  ["a server of the app's that failed", { status: 500, data: { message: "Internal Server Error" } }, "ownServer"],
] as const)("%s is not said to be Tencent's", { tags: ["C10"] }, (_what, error, words) => {
  for (const { developer } of locales) {
    const { title } = resolve(diagnose(error), { ...en, developer }, { audience: "developer" });
    expect(title).toBe(developer[words].title);
    expect(title).not.toMatch(/Tencent|腾讯/);
  }
});

test("a failed server is named by its status", () => {
  const failure = { ...diagnose(undefined), category: "platform" } as const;
  const told = (dialect: string): string =>
    resolve({ ...failure, failure: { ...failure.failure, httpStatus: 500, dialect } }, en, { audience: "developer" })
      .description;
  expect(told("unknown")).toBe("The server answered 500.");
  expect(told("gateway")).toBe(en.developer.categories.platform.description);
});

test("-9 is told by a title of its own, which agrees with its text", () => {
  expect(resolve(of(-9), en, { audience: "developer" }).title).toBe("No such API");
  expect(resolve(of(-9), en).title).toBe(en.words.categories.request.title);
});

test.each([
  [en, "Check appid, openid."],
  [zhCN, "检查 appid、openid。"],
] as const)("items to check are parted as the language parts them: $1", (locale, step) => {
  expect(resolve(of(-22), locale, { audience: "developer" }).steps[0]?.text).toBe(step);
});

test("a language without words for developers gives them the words for users", () => {
  const { developer: _, ...users } = en;
  expect(resolve(of(-2), users, { audience: "developer" })).toEqual({ ...resolve(of(-2), en), audience: "developer" });
});

test("is for users by default", () => {
  expect(resolve(of(-2), en)).toEqual(resolve(of(-2), en, { audience: "user" }));
});

test.each([
  ["Code {code}", { code: -21 }, "Code -21"],
  ["{a}{b}{a}", { a: "1", b: "2" }, "121"],
  ["{a}", { a: "{b}", b: "2" }, "{b}"],
  ["{a}", { a: "$& $1 $$ {code}" }, "$& $1 $$ {code}"],
  ["{a} {unknown} {", { a: "1" }, "1 {unknown} {"],
  ["{constructor} {__proto__} {toString}", {}, "{constructor} {__proto__} {toString}"],
])("fills %j once with %j", (template, values, filled) => {
  expect(interpolate(template, values as Readonly<Record<string, string>>)).toBe(filled);
});

test.each([
  ["en", 1, "1 call"],
  ["en", 0, "0 calls"],
  ["en", 1200, "1,200 calls"],
  ["zh-CN", 1, "1 calls"],
  ["not a tag", 1, "1 call"],
  ["not a tag", 2, "2 calls"],
])("counts in %s: %i", (lang, count, counted) => {
  expect(pluralise({ one: "{count} call", other: "{count} calls" }, count, lang)).toBe(counted);
});
