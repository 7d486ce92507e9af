import type { Plural, UserLocale } from "../model/Locale.js";
import type { MessageId, Translate } from "../model/MessageId.js";
import { attempt } from "./attempt.js";
import { placeholdersIn } from "./placeholdersIn.js";
import { reword } from "./reword.js";

/** A sentence that depends on a number can be asked for only once the number is there. */
const counted = new WeakMap<Plural, (count: number) => string | undefined>();

/** The language with the words of the app's own translations. One that throws, or gives no text, keeps the kit's words. */
export function withTranslate(locale: UserLocale, translate: Translate): UserLocale {
  const ask = (id: MessageId, params: Readonly<Record<string, string | number>>): string | undefined => {
    const text: unknown = attempt(() => translate(id, params));
    return typeof text === "string" && text !== "" ? text : undefined;
  };
  return reword(locale, (id, own) => {
    if (typeof own === "string")
      return ask(id, Object.fromEntries(placeholdersIn(own).map((name) => [name, `{${name}}`])));
    const forms = { ...own };
    counted.set(forms, (count) => ask(id, { count }));
    return forms;
  });
}

/** What the app's own translations say for this number, if they were asked for this sentence. */
export function translatedCount(forms: Plural, count: number): string | undefined {
  return counted.get(forms)?.(count);
}
