import { createInstance } from "i18next";
import { createIntl } from "react-intl";
import { createTranslator } from "use-intl/core";
import { describe, expect, test, vi } from "vitest";
import { diagnose, type Locale, type Messages, resolve } from "../../src/core.js";
import { translatedCount, withMessages, withTranslate } from "../../src/i18n/customMessages.js";
import { interpolate } from "../../src/i18n/interpolate.js";
import en from "../../src/locales/en.js";

const titleOf = (locale: Parameters<typeof withMessages>[0]): string => resolve(diagnose({ ret: -23 }), locale).title;

describe("messages", () => {
  test("replace single sentences, for users and for developers, and leave the language as it was", () => {
    const own = withMessages(en, { "categories.reauth.title": "Hello again", "developer.openTicket": "Ask us" });
    expect(titleOf(own)).toBe("Hello again");
    expect(own.developer.openTicket).toBe("Ask us");
    expect(own.words.actions).toEqual(en.words.actions);
    expect(titleOf(en)).toBe(en.words.categories.reauth.title);
  });

  test("give a code a title and a sentence that the language has none for", () => {
    const own = withMessages(en, { "titles.-23": "News", "codes.-23": "Ours." });
    expect(resolve(diagnose({ ret: -23 }), own)).toMatchObject({ title: "News", description: "Ours." });
  });

  test("take one text for all numbers, or a text for each form", () => {
    expect(withMessages(en, { "labels.affected": "{count} in all" }).words.labels.affected).toEqual({
      other: "{count} in all",
    });
    const forms = { one: "{count} thing", other: "{count} things" };
    expect(withMessages(en, { "labels.affected": forms }).words.labels.affected).toEqual(forms);
  });

  // prettier-ignore
  test.each<[what: string, messages: object, said: RegExp]>([
    ["a lost placeholder", { "labels.code": "Code" }, /"labels.code" must be a text with \{code\}/],
    ["a foreign placeholder", { "labels.done": "{user} is in" }, /must be a text with no placeholder/],
    ["forms where there is one text", { "labels.done": { other: "Done" } }, /must be a text/],
    ["no text", { "labels.done": 7 }, /"labels.done" must be a text/],
    ["an unknown name", { "labels.dnoe": "Done" }, /"labels.dnoe" is no sentence of the kit/],
  ])("%s is refused aloud in development and left out in production", (_what, messages, said) => {
    expect(() => withMessages(en, messages as Messages)).toThrow(said);
    vi.stubEnv("NODE_ENV", "production");
    try {
      expect(withMessages(en, messages as Messages)).toEqual(en);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("from JSON can't reach a prototype", () => {
    vi.stubEnv("NODE_ENV", "production");
    const messages = JSON.parse(
      '{"__proto__":{"actions.retry":"x"},"constructor.prototype.x":"y","codes.__proto__":"z"}',
    ) as Messages;
    expect(withMessages(en, messages)).toEqual(en);
    expect(Object.prototype).not.toHaveProperty("x");
    vi.unstubAllEnvs();
  });
});

/** The app's German, in the notation of each library. */
const german = {
  "categories.reauth.title": "Bitte neu anmelden",
  "labels.code": "Nummer",
  "labels.affected": "Anfragen",
};

// prettier-ignore
const hosts: readonly (readonly [name: string, translate: () => Parameters<typeof withTranslate>[1]])[] = [
  ["i18next", () => {
    const i18n = createInstance({ lng: "de", keySeparator: false, interpolation: { escapeValue: false }, resources: { de: { translation: {
      "categories.reauth.title": german["categories.reauth.title"], "labels.code": "Nummer {{code}}",
      "labels.affected_one": "{{count}} Anfrage", "labels.affected_other": "{{count}} Anfragen" } } } });
    void i18n.init();
    return (id, params) => (i18n.exists(id, params) ? i18n.t(id, params) : undefined);
  }],
  ["react-intl", () => {
    const messages: Record<string, string> = { "categories.reauth.title": german["categories.reauth.title"], "labels.code": "Nummer {code}",
      "labels.affected": "{count, plural, one {# Anfrage} other {# Anfragen}}" };
    const intl = createIntl({ locale: "de", messages });
    return (id, params) => (id in messages ? intl.formatMessage({ id }, params) : undefined);
  }],
  ["next-intl", () => {
    // its names are paths, so the ids stand as branches
    const t = createTranslator({ locale: "de", messages: { categories: { reauth: { title: german["categories.reauth.title"] } },
      labels: { code: "Nummer {code}", affected: "{count, plural, one {# Anfrage} other {# Anfragen}}" } } });
    const has = t.has as (id: string) => boolean;
    const say = t as (id: string, params: object) => string;
    return (id, params) => (has(id) ? say(id, params) : undefined);
  }],
];

describe.each(hosts)("translate by %s", (_name, makeTranslate) => {
  const own = withTranslate(en, makeTranslate());

  test("says what the app says, and the kit's words for the rest", () => {
    expect(titleOf(own)).toBe("Bitte neu anmelden");
    expect(own.words.actions.retry).toBe(en.words.actions.retry);
  });

  test("puts values into the app's sentence", () => {
    expect(interpolate(own.words.labels.code, { code: -73 })).toBe("Nummer -73");
  });

  test("counts as the app counts", () => {
    expect(translatedCount(own.words.labels.affected, 1)).toBe("1 Anfrage");
    expect(translatedCount(own.words.labels.affected, 12)).toBe("12 Anfragen");
    expect(translatedCount(own.words.labels.resumed, 12)).toBeUndefined();
  });
});

test.each([
  [
    "throws",
    () => {
      throw new Error("not ready");
    },
  ],
  ["gives no text", () => JSON.parse("7") as string],
  ["gives an empty text", () => ""],
])("a translate that %s keeps the kit's words", (_what, translate) => {
  expect(withTranslate(en, translate)).toEqual<Locale>(en);
});
