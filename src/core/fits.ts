import { placeholdersIn } from "./placeholdersIn.js";
import type { Sentence } from "./reword.js";

/** Whether a word can stand for a sentence: of the same kind, or a text for plural forms, and with the same places for values. */
export function fits(own: Sentence, word: unknown): word is Sentence {
  const isText = typeof word === "string";
  const isForms = typeof own === "object" && typeof word === "object" && word !== null && Object.hasOwn(word, "other");
  if (!isText && !(isForms && Object.values(word).every((form) => typeof form === "string"))) return false;
  return placeholdersIn(word as Sentence).join() === placeholdersIn(own).join();
}
