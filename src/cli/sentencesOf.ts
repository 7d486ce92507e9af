import { reword, type Sentence } from "../core/reword.js";
import type { UserLocale } from "../model/Locale.js";
import type { MessageId } from "../model/MessageId.js";

/** Every sentence of a language by its id, in the language's order. */
export function sentencesOf(locale: UserLocale): readonly (readonly [id: MessageId, sentence: Sentence])[] {
  const found: [MessageId, Sentence][] = [];
  reword(locale, (id, sentence) => {
    found.push([id, sentence]);
    return undefined;
  });
  return found;
}
