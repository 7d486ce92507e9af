import type { FirstWords, LaterWords, UserWords } from "./Locale.js";

/** All words of a language together. */
export function joinWords(words: FirstWords, later: LaterWords): UserWords {
  return { ...words, ...later, labels: { ...later.labels, ...words.labels } };
}

/** Whether all words of a language are there. */
export function isWhole(words: FirstWords): words is UserWords {
  return "prompt" in words;
}
