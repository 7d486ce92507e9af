import type { Plural, UserLocale } from "../model/Locale.js";
import type { MessageId } from "../model/MessageId.js";

/** One sentence of a language: a text, or its plural forms. */
export type Sentence = string | Plural;

/** A copy of a language in which each sentence may be another one. The words for users have no prefix, the others `developer.` */
export function reword(
  locale: UserLocale,
  wordFor: (id: MessageId, own: Sentence) => Sentence | undefined,
): UserLocale {
  const walk = <Node extends object>(node: Node, path: string): Node => {
    const inside = Object.entries(node as Readonly<Record<string, Sentence | object>>);
    const copied = inside.map(([key, own]): [string, unknown] => {
      const id = `${path}${key}`;
      return [key, isSentence(own) ? (wordFor(id as MessageId, own) ?? own) : walk(own, `${id}.`)];
    });
    return Object.fromEntries(copied) as Node;
  };
  const { words, developer } = locale;
  return { ...locale, words: walk(words, ""), ...(developer && { developer: walk(developer, "developer.") }) };
}

function isSentence(node: Sentence | object): node is Sentence {
  return typeof node === "string" || Object.hasOwn(node, "other");
}
