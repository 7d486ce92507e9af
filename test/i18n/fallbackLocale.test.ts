import { expect, test } from "vitest";
import { fallbackLocale } from "../../src/i18n/fallbackLocale.js";
import { wholeWords } from "../../src/i18n/wholeWords.js";
import en from "../../src/locales/en.js";

const words = wholeWords(fallbackLocale.words);

test.each(Object.entries(en.words.ticket))("the last words have one for ticket.%s, with its places", (key, text) => {
  const last: unknown = Reflect.get(words.ticket, key);
  expect(last).toBeTypeOf("string");
  expect(String(last).includes("{id}")).toBe(text.includes("{id}"));
});

test("each of the ticket's buttons has a word of its own", () => {
  const { send, download, openDesk } = words.ticket;
  expect(new Set([send, download, openDesk, words.actions.copyReport, words.actions.dismiss]).size).toBe(5);
});
