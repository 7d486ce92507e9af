import { createInstance } from "i18next";
import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import { i18nextMessages, icuMessages, sentencesOf } from "../../src/cli/exportMessages.js";
import { interpolate, pluralise } from "../../src/i18n/interpolate.js";
import { placeholders, withMessages } from "../../src/i18n/customMessages.js";
import ar from "../../src/locales/ar.js";
import en from "../../src/locales/en.js";
import fr from "../../src/locales/fr.js";
import ru from "../../src/locales/ru.js";
import zhCN from "../../src/locales/zh-CN.js";
import type { Locale, UserLocale } from "../../src/i18n/Locale.js";
import { runWith } from "./fakeIo.js";

type Say = (id: string, values: Readonly<Record<string, string | number>>) => string;

const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1234, 1_234_567];

// prettier-ignore
const libraries: readonly (readonly [name: string, makeSay: (locale: UserLocale) => Promise<Say>])[] = [
  ["react-intl", async (locale) => {
    const intl = createIntl({ locale: locale.tag, messages: icuMessages(locale), onError: (error) => { throw error; } });
    return (id, values) => intl.formatMessage({ id }, values);
  }],
  ["i18next", async (locale) => {
    const i18n = createInstance();
    await i18n.init({ lng: locale.tag, keySeparator: false, interpolation: { escapeValue: false },
      resources: { [locale.tag]: { translation: i18nextMessages(locale) } } });
    return (id, values) => i18n.t(id, values);
  }],
];

/** What the kit says with some values, and what the library says, for every sentence. */
async function differences(locale: UserLocale, makeSay: (locale: UserLocale) => Promise<Say>): Promise<string[]> {
  const say = await makeSay(locale);
  return sentencesOf(locale).flatMap(([id, sentence]) => {
    if (typeof sentence !== "string")
      return counts
        .filter((count) => say(id, { count }) !== pluralise(sentence, count, locale.tag))
        .map((count) => `${id} ${count}: ${say(id, { count })}`);
    const values = Object.fromEntries(placeholders(sentence).map((name) => [name, `<${name} & 'co'>`]));
    return say(id, values) === interpolate(sentence, values) ? [] : [`${id}: ${say(id, values)}`];
  });
}

describe.each(libraries)("%s says what the kit says", (_name, makeSay) => {
  test.each<Locale>([en, ru, ar, zhCN, fr])("in $tag", async (locale) => {
    expect(sentencesOf(locale).length).toBeGreaterThan(190);
    expect(await differences(locale, makeSay)).toEqual([]);
  });

  test("also where a sentence has signs that the notation reads as its own", async () => {
    const signs = "'it's' <b>#1</b> {x '' '{' | $5, #";
    const own = withMessages(en, {
      "labels.done": signs,
      "labels.code": `${signs} {code}'`,
      "labels.affected": { one: `'#' {count}' ${signs}`, other: `{count} # '{count}'` },
    });
    expect(await differences(own, makeSay)).toEqual([]);
  });

  test("and another sentence would be noticed", async () => {
    const other = withMessages(ru, {
      "labels.done": "Да",
      "labels.affected": { ...ru.words.labels.affected, few: "{count}" },
    });
    const ids = (await differences(ru, () => makeSay(other))).map((line) => line.split(/[ :]/)[0]);
    expect([...new Set(ids)].sort()).toEqual(["labels.affected", "labels.done"]);
  });
});

test("the command prints either, and the ids of i18next are the kit's, with a form where there are forms", async () => {
  const icu = JSON.parse((await runWith(["messages", "--locale", "ru"])).out) as object;
  const i18next = JSON.parse((await runWith(["messages", "--locale", "ru", "--format", "i18next"])).out) as object;
  expect(icu).toEqual(icuMessages(ru));
  expect(i18next).toEqual(i18nextMessages(ru));
  const ids = Object.keys(i18next).map((id) => id.replace(/_(one|few|many|other)$/, ""));
  expect([...new Set(ids)].sort()).toEqual(Object.keys(icu).sort());
});

test("the help names only ids that are there", async () => {
  const ids = Object.keys(JSON.parse((await runWith(["messages"])).out) as object);
  const { out } = await runWith(["messages", "--help"]);
  const named = [...out.matchAll(/"([a-z]+(?:\.[\w-]+)+)"/g)].map(([, id]) => id);
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((id) => !ids.includes(id ?? ""))).toEqual([]);
});
