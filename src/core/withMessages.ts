import type { UserLocale } from "../model/Locale.js";
import type { Messages } from "../model/MessageId.js";
import { placeholdersIn } from "./placeholdersIn.js";
import { reword, type Sentence } from "./reword.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The language with the app's own sentences in place of the kit's. One that lost a placeholder is left out.
 * @throws TypeError in development, which names the sentence that can't be used.
 */
export function withMessages(locale: UserLocale, messages: Messages): UserLocale {
  const left = new Map<string, unknown>(Object.entries(messages));
  const reworded = reword(locale, (id, own) => {
    const word = left.get(id);
    left.delete(id);
    if (word === undefined) return undefined;
    if (fits(own, word)) return typeof word === "string" && typeof own === "object" ? { other: word } : word;
    refuse(id, own);
    return undefined;
  });
  const codes = [...left].flatMap(([id, word]) => {
    const code = /^codes\.(-?\d+)$/.exec(id)?.[1];
    if (code !== undefined && fits("", word)) return [[code, word]];
    // a language without developers' words has none to change
    if (!id.startsWith("developer.") || locale.developer !== undefined) refuse(id);
    return [];
  });
  const { words } = reworded;
  const more = Object.fromEntries(codes) as typeof words.codes;
  return { ...reworded, words: { ...words, codes: { ...words.codes, ...more } } };
}

/** Of the same kind, and with the same places for values. */
function fits(own: Sentence, word: unknown): word is Sentence {
  const isText = typeof word === "string";
  const isForms = typeof own === "object" && typeof word === "object" && word !== null && Object.hasOwn(word, "other");
  if (!isText && !(isForms && Object.values(word).every((form) => typeof form === "string"))) return false;
  return placeholdersIn(word as Sentence).join() === placeholdersIn(own).join();
}

function refuse(id: string, own?: Sentence): void {
  try {
    if (process.env.NODE_ENV !== "production") throw new TypeError(refusalOf(id, own));
  } catch (error) {
    if (String(error).includes("[tencent-error-kit]")) throw error;
  }
}

function refusalOf(id: string, own: Sentence | undefined): string {
  const names = placeholdersIn(own ?? "").map((name) => `{${name}}`);
  const kind = typeof own === "string" ? "a text" : "a text or plural forms";
  const wanted = `must be ${kind} with ${names.length === 0 ? "no placeholder" : names.join(" and ")}`;
  const why = own === undefined ? "is no sentence of the kit" : wanted;
  return `[tencent-error-kit] The message "${id}" ${why}, so it is not used. Correct it or leave it out.`;
}
