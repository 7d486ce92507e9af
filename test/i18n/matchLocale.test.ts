/// <reference types="vite/client" />
import { match } from "@formatjs/intl-localematcher";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchLocale } from "../../src/i18n/matchLocale.js";
import { runs } from "../diagnose/hostile.js";
import { differences, localeRequests } from "./localeRequests.js";

const available = [
  "en",
  "en-GB",
  "zh-CN",
  "zh-TW",
  "zh-HK",
  "ja",
  "ko",
  "de",
  "fr",
  "es",
  "es-419",
  "pt-BR",
  "pt-PT",
  "ru",
  "ar",
  "sr",
  "sr-Latn",
  "nb",
  "th",
  "vi",
];

/** Asked for, and found by the matcher of FormatJS as well. */
// prettier-ignore
const tags = [
  "en", "en-US", "en-GB", "en-CA", "en-PH", "en-Latn-US", "zh", "zh-CN", "zh-SG", "zh-MY", "zh-Hans", "zh-Hans-CN", "zh-Hans-SG",
  "zh-Hans-HK", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-TW", "zh-HK", "zh-MO", "zh-Hant-MO", "ja", "ja-JP", "ja-JP-u-ca-japanese", "ko", "ko-KR",
  "ko-KP", "de", "de-DE", "de-AT", "de-CH", "de-LI", "fr", "fr-FR", "fr-CA", "fr-CH", "fr-BE", "es", "es-ES", "es-419", "es-MX", "es-AR",
  "es-CO", "es-CL", "pt-BR", "pt-PT", "pt-AO", "pt", "ru", "ru-RU", "ru-UA", "ar", "ar-EG", "ar-SA", "ar-MA", "sr", "sr-RS",
  "sr-Cyrl", "sr-Cyrl-RS", "sr-Latn", "sr-Latn-RS", "nb", "nb-NO", "th", "th-TH", "vi", "vi-VN", "en-AU", "en-NZ", "en-IN", "en-IE", "en-ZA",
];

describe("agrees with the matcher of FormatJS on", () => {
  test.each(tags)("%s", (tag) => {
    expect(matchLocale(tag, available, "th")).toBe(match([tag], available, "th"));
  });
});

describe("with the languages of the kit", () => {
  const files = import.meta.glob("../../src/locales/*.ts");
  const offered = Object.keys(files).map((path) => path.replace(/^.*\/|\.ts$/g, ""));
  const explained = new Map(differences.flatMap(({ formatjs }) => Object.entries(formatjs)));

  test("more than 300 lists ask for them, each once", () => {
    expect(new Set(localeRequests).size).toBe(localeRequests.length);
    expect(localeRequests.length).toBeGreaterThan(300);
  });

  test.each([
    ["first to last", offered],
    ["last to first", offered.toReversed()],
  ])("offered from %s, it agrees with the matcher of FormatJS on every list that is not explained", (_order, tags) => {
    const alike = localeRequests.filter((list) => !explained.has(list));
    const ours = alike.map((list) => [list, matchLocale(list.split(","), tags, "xx")]);
    expect(ours).toEqual(alike.map((list) => [list, match(list.split(","), tags, "xx")]));
    expect(alike.length).toBeGreaterThan(200);
  });

  test.each(differences)("it gives the fallback instead, because $why", ({ formatjs }) => {
    expect(Object.keys(formatjs).filter((list) => !localeRequests.includes(list))).toEqual([]);
    for (const [list, found] of Object.entries(formatjs)) {
      expect([list, match([list], offered, "xx")]).toEqual([list, found]);
      expect([list, matchLocale(list, offered, "xx")]).toEqual([list, "xx"]);
    }
  });
});

test.each(["sw", "tlh", "haw"])(
  "gives %s, which is not offered, the fallback, where FormatJS looks for a neighbour",
  (tag) => {
    expect(matchLocale(tag, available, "th")).toBe("th");
    expect(match([tag], available, "th")).toBe("en");
  },
);

test.each([
  ["zh_TW", ["en", "zh-CN", "zh-TW"], "zh-TW"],
  ["zh_CN.UTF-8", ["en", "zh-CN"], "en"],
  ["ZH-cn", ["en", "zh-CN"], "zh-CN"],
  ["zh-TW", ["en", "zh-CN"], "en"],
  ["zh-HK", ["en", "zh-CN", "zh-TW"], "zh-TW"],
  ["zh-Hant", ["en", "zh-CN", "zh-HK"], "zh-HK"],
  ["zh-SG", ["en", "zh-CN", "zh-TW"], "zh-CN"],
  ["zh", ["en", "zh-TW"], "en"],
  ["es-MX", ["en", "es", "es-419"], "es-419"],
  ["es-MX", ["en", "es"], "es"],
  ["sr-Latn", ["en", "sr"], "en"],
  ["uz-Cyrl", ["en", "uz"], "en"],
  ["iw", ["en", "he"], "he"],
  ["yue", ["en", "zh-CN", "zh-TW"], "zh-TW"],
  ["yue-Hans", ["en", "zh-CN", "zh-TW"], "zh-CN"],
  ["arz-EG", ["en", "ar"], "ar"],
  ["und", ["ja", "en"], "en"],
  ["und", ["zh-CN", "ja", "de"], "en"],
])("finds for %s in %o %s", (tag, offers, found) => {
  expect(matchLocale(tag, offers, "en")).toBe(found);
});

test("takes the first request that is offered", () => {
  expect(matchLocale(["xx", "zh-TW", "ja", "en"], ["en", "zh-CN", "ja"], "en")).toBe("ja");
  expect(matchLocale([], ["en"], "fallback")).toBe("fallback");
  expect(matchLocale(["en"], [], "fallback")).toBe("fallback");
});

// prettier-ignore
test.each(["", "-", "_", "a", "toolongtag", "zh--CN", "zh-", "en-US-en-US", "*", "中文", "\ud800", "constructor", "__proto__", "x-private", "i-klingon", "en-u-ca"])(
  "passes over %j, asked for and offered",
  (tag) => {
    expect(matchLocale([tag, "ja"], [tag, "ja"], "fallback")).toMatch(/^(ja|en-u-ca)$/);
  },
);

test("never crosses scripts and never throws", () => {
  const tag = fc.oneof(
    fc.constantFrom(...tags, "zh_TW", "yue", "wuu", "uz-Arab", "az-Arab", "pa-PK"),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 3 }), fc.array(tag, { maxLength: 5 }), (wishes, offers) => {
      const found = matchLocale(wishes, offers, "fallback");
      if (found === "fallback") return;
      expect(offers).toContain(found);
      expect(wishes.map(tongueOf)).toContain(tongueOf(found));
    }),
    { numRuns: runs },
  );
});

function tongueOf(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    return `${/^(yue|wuu|nan|hak)$/.test(language) ? "zh" : language}-${String(script)}`;
  } catch {
    return undefined;
  }
}
