import { describe, expect, test } from "vitest";
import en from "../../src/locales/en.js";
import type { Locale } from "../../src/i18n/Locale.js";
import { pseudoLocale } from "../../src/testing/pseudoLocale.js";
import { brokenRules } from "../locales/brokenRules.js";

const codes = Object.keys(en.developer.codes).map(Number);
const accented = pseudoLocale(en, "en-XA");
const mirrored = pseudoLocale(en, "ar-XB");

test("the accented language is a third longer and has every letter and every sentence changed", () => {
  const [own, english] = [textsOf(accented), textsOf(en)];
  const ratio = own.join("").length / english.join("").length;
  expect(ratio).toBeGreaterThan(1.3);
  expect(ratio).toBeLessThan(1.45);
  expect(own.filter((text) => !/^\[.*\]$/s.test(text))).toEqual([]);
  expect(accented.words.labels.code).toBe("[Çôôđêê {code}]");
});

test("the mirrored language runs from right to left, word by word", () => {
  expect(mirrored.dir).toBe("rtl");
  expect(mirrored.words.labels.stale).toBe("\u202eShowing\u202c \u202edata\u202c \u202efrom\u202c \u2068{time}\u2069");
});

describe.each([accented, mirrored])("$tag", (locale) => {
  test("has English's keys and placeholders, and no one has read it", () => {
    const broken = brokenRules(locale.tag, locale, en, codes);
    expect(broken.filter((rule) => /^(tag|missing|extra|placeholder|blank|html|brace|code)/.test(rule))).toEqual([]);
    expect(locale.reviewed).toBe(false);
  });
});

test("a language for users alone becomes one for users alone", () => {
  const { developer: _, ...user } = en;
  expect(pseudoLocale(user, "en-XA")).not.toHaveProperty("developer");
});

function textsOf(locale: Locale): string[] {
  const texts: string[] = [];
  JSON.stringify([locale.words, locale.developer], (_key, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}
