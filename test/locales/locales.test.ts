/// <reference types="vite/client" />
import { describe, expect, test } from "vitest";
import en from "../../src/locales/en.js";
import type { CodeEntry } from "../../src/model/CodeRow.js";
import type { Locale, UserLocale } from "../../src/model/Locale.js";
import { brokenRules } from "./brokenRules.js";

const files = import.meta.glob<{ default: Locale; user: UserLocale }>("../../src/locales/*.ts", { eager: true });
const languages = Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.ts$/g, ""), file] as const);

// The vendor's table is what has a remedy that the kit did not add.
const families = import.meta.glob<Record<string, readonly CodeEntry[]>>("../../src/catalog/*Codes.ts", { eager: true });
const tableCodes = Object.values(families)
  .flatMap((family) => Object.values(family).flat())
  .filter(([, , , , , remedies]) => remedies.some((remedy) => !remedy.startsWith("+")))
  .map(([code]) => code);

test("the catalog has the 45 codes of the vendor's table", () => {
  expect(tableCodes).toHaveLength(45);
  expect(Object.keys(en.developer.codes).map(Number).sort()).toEqual([...tableCodes].sort());
});

describe.each(languages)("%s", (file, { default: locale, user }) => {
  test("keeps every rule", () => {
    expect(brokenRules(file, locale, en, tableCodes)).toEqual([]);
  });

  test("offers the same words to pages for users alone, and no others", () => {
    expect(user).toEqual({ tag: locale.tag, dir: locale.dir, reviewed: locale.reviewed, words: locale.words });
  });

  test("runs in the direction of its script", () => {
    expect(locale.dir).toBe(/^(ar|fa|he|ur)\b/.test(locale.tag) ? "rtl" : "ltr");
  });
});

describe("a planted hole is found", () => {
  // prettier-ignore
  test.each<[what: string, path: string, text: string | undefined, found: string]>([
    ["a foreign tag", "tag", "de", "tag: de"],
    ["a missing word", "words.actions.retry", undefined, "missing: words.actions.retry string"],
    ["a missing branch", "words.callback", undefined, "missing: words.callback.home string"],
    ["an extra word", "words.actions.wait", "Wait", "extra: words.actions.wait string"],
    ["a plural that is one string", "words.labels.retryIn", "{count}", "missing: words.labels.retryIn plural"],
    ["a missing plural form", "words.labels.retryIn.one", undefined, "plural: words.labels.retryIn"],
    ["a plural form that the language lacks", "words.labels.retryIn.few", "{count}", "plural: words.labels.retryIn"],
    ["a lost placeholder", "words.labels.code", "Code", "placeholder: words.labels.code"],
    ["a foreign placeholder", "words.labels.done", "{count} done", "placeholder: words.labels.done"],
    ["a blank", "words.labels.done", " ", "blank: words.labels.done"],
    ["an edge of white space", "words.labels.done", "Done ", "blank: words.labels.done"],
    ["an element", "words.labels.done", "<b>Done", "html: words.labels.done"],
    ["an entity", "words.labels.done", "Done&nbsp;", "html: words.labels.done"],
    ["a lone brace", "words.labels.done", "Done}", "brace: words.labels.done"],
    ["jargon", "words.reasons.loop", "Your access_token failed.", "forbidden: words.reasons.loop"],
    ["a bare name", "words.reasons.loop", "The OpenID is wrong.", "forbidden: words.reasons.loop"],
    ["Chinese jargon", "words.reasons.loop", "参数不对。", "forbidden: words.reasons.loop"],
    ["jargon in a plural", "words.labels.affected.one", "{count} API", "forbidden: words.labels.affected(one)"],
    ["an exclamation mark", "words.callback.done", "Done!", "exclamation: words.callback.done"],
    ["a full-width exclamation mark", "words.callback.done", "好！", "exclamation: words.callback.done"],
    ["a missing code", "developer.codes.251005", undefined, "code: 251005"],
    ["two codes in the same words", "developer.codes.100015", en.developer.codes[-21], "same description: 100015"],
    ["a password that users don't hear of", "words.codes.-73", "Sign in again.", "password: user"],
    ["a password that developers don't hear of", "developer.codes.-73", "Void.", "password: developer"],
  ])("%s", (_what, path, text, found) => {
    expect(brokenRules("en", planted(en, path, text), en, tableCodes)).toContain(found);
  });

  // prettier-ignore
  test.each<[what: string, text: string, found: string]>([
    ["no space between Chinese and Latin", "用QQ 登录", "spacing: words.labels.done"],
    ["a half-width comma", "好,请继续", "punctuation: words.labels.done"],
    ["another form of address", "您已登录", "address: words.labels.done"],
  ])("in Chinese, %s", (_what, text, found) => {
    const locale = files["../../src/locales/zh-CN.ts"]?.default ?? en;
    expect(brokenRules("zh-CN", planted(locale, "words.labels.done", text), en, tableCodes)).toContain(found);
  });
});

/** A copy with one text changed, or taken away. */
function planted(locale: Locale, path: string, text: string | undefined): Locale {
  const copy = structuredClone(locale);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const node = keys.reduce<object>((inside, key) => Object(Reflect.get(inside, key)), copy);
  if (text === undefined) Reflect.deleteProperty(node, last);
  else Reflect.set(node, last, text);
  return copy;
}
