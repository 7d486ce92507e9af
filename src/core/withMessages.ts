import type { UserLocale } from "../model/Locale.js";
import type { Messages } from "../model/MessageId.js";
import { fits } from "./fits.js";
import { placeholdersIn } from "./placeholdersIn.js";
import { rethrowOwn } from "./rethrowOwn.js";
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

function refuse(id: string, own?: Sentence): void {
  try {
    if (process.env.NODE_ENV !== "production") throw new TypeError(refusalOf(id, own));
  } catch (error) {
    rethrowOwn(error);
  }
}

function refusalOf(id: string, own: Sentence | undefined): string {
  const names = placeholdersIn(own ?? "").map((name) => `{${name}}`);
  const kind = typeof own === "string" ? "a text" : "a text or plural forms";
  const wanted = `must be ${kind} with ${names.length === 0 ? "no placeholder" : names.join(" and ")}`;
  const why = own === undefined ? "is no sentence of the kit" : wanted;
  return `[tencent-error-kit] The message "${id}" ${why}, so it is not used. Correct it or leave it out.`;
}
