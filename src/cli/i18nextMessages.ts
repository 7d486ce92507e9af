import type { UserLocale } from "../model/Locale.js";
import { sentencesOf } from "./sentencesOf.js";

/** A language as i18next JSON, by flat ids: one key for each plural form, `_one`, `_other`; `count` is the number. */
export function i18nextMessages(locale: UserLocale): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sentencesOf(locale).flatMap(([id, sentence]) =>
      typeof sentence === "string"
        ? [[id, doubled(sentence)]]
        : Object.entries(sentence).map(([form, text]) => [`${id}_${form}`, doubled(text)]),
    ),
  );
}

/** The number is written as the language writes numbers. */
function doubled(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => (name === "count" ? "{{count, number}}" : `{{${name}}}`));
}
