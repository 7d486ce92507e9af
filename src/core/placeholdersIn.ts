import type { Sentence } from "./reword.js";

/** The `{names}` in a sentence, those of all its plural forms together, in order. */
export function placeholdersIn(sentence: Sentence): readonly string[] {
  const text = typeof sentence === "string" ? sentence : Object.values(sentence).join(" ");
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();
}
