import { mapMessages, type Sentence } from "./customMessages.js";
import type { UserLocale } from "./Locale.js";

/** What the kit's own sentences name, and what a flow is named that says nothing. */
const usual = "QQ";

const isNaming = /QQ|\{provider\}/;

/** Sentences about one code of the vendor's table, which is QQ's whatever the flow is. */
const ofTable = /^(?:developer\.)?(?:titles|codes)\./;

/**
 * The language with the provider's name wherever its sentences name who signs people in: at `QQ` in the kit's own, at `{provider}` in
 * the app's. In Chinese and Japanese no blank is left beside a name that is written as they are.
 */
export function withProvider(locale: UserLocale, name: string = usual): UserLocale {
  const isSolid = /^(?:zh|ja)\b/.test(locale.tag) && !/[a-z]/i.test(name);
  const fill = (text: string): string =>
    text.replace(/( ?)(?:QQ|\{provider\})( ?)/g, (_place, before: string, after: string) =>
      isSolid ? name : `${before}${name}${after}`,
    );
  return mapMessages(locale, (id, own): Sentence | undefined => {
    if (ofTable.test(id) || !isNaming.test(JSON.stringify(own))) return undefined;
    if (typeof own === "string") return fill(own);
    return Object.fromEntries(Object.entries(own).map(([form, text]) => [form, fill(text)])) as Sentence;
  });
}
