import type { UserLocale } from "../model/Locale.js";
import { sentencesOf } from "./sentencesOf.js";

/** A language as ICU MessageFormat, by flat ids. The number in a sentence that counts is `count`. */
export function icuMessages(locale: UserLocale): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sentencesOf(locale).map(([id, sentence]) => [
      id,
      typeof sentence === "string" ? icu(sentence, "text") : `{count, plural, ${formsOf(sentence)}}`,
    ]),
  );
}

function formsOf(forms: object): string {
  return Object.entries(forms)
    .map(([name, form]) => `${name} {${icu(String(form), "plural").replaceAll("{count}", "#")}}`)
    .join(" ");
}

/** Placeholders are spelled alike in both; what ICU would read as its own signs is quoted, neighbours together. */
const signs = { text: /\{\w+\}|'|(?:(?!\{\w+\})[{}<>])+/g, plural: /\{\w+\}|'|(?:(?!\{\w+\})[{}<>#])+/g };

function icu(text: string, place: keyof typeof signs): string {
  return text.replace(signs[place], (found) => {
    if (found === "'") return "''";
    return /^\{\w+\}$/.test(found) ? found : `'${found}'`;
  });
}
