import { mapMessages, type MessageId, type Sentence } from "../i18n/customMessages.js";
import type { UserLocale } from "../i18n/Locale.js";
import type { Flags, Report } from "./CommandIo.js";
import { languageOf } from "./languages.js";

/** The words of a language as messages for an i18n library. */
export async function messages(_inputs: readonly string[], flags: Flags): Promise<Report> {
  const locale = languageOf(flags.locale);
  const { format = "icu" } = flags;
  if (format !== "icu" && format !== "i18next")
    throw new TypeError(`There is no format "${format}". There are icu and i18next.`);
  const json = format === "icu" ? icuMessages(locale) : i18nextMessages(locale);
  return { text: JSON.stringify(json, null, 2), json, hasFindings: false };
}

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

/** Every sentence of a language by its id, in the language's order. */
export function sentencesOf(locale: UserLocale): readonly (readonly [id: MessageId, sentence: Sentence])[] {
  const found: [MessageId, Sentence][] = [];
  mapMessages(locale, (id, sentence) => {
    found.push([id, sentence]);
    return undefined;
  });
  return found;
}
