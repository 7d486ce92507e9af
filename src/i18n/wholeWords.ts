import { type FirstWords, type UserLocale, type UserWords, isWhole, joinWords } from "./Locale.js";
import { fallbackLaterWords } from "./fallbackLaterWords.js";

/** All words of a language, for code that is fetched with them. The last words stand in for those that are not there. */
export function wholeWords(words: FirstWords): UserWords {
  return isWhole(words) ? words : joinWords(words, fallbackLaterWords);
}

/** The same, once they are fetched. */
export async function fetchWords({ words, later }: UserLocale): Promise<UserWords> {
  const others = isWhole(words) ? undefined : await later?.load().catch(() => undefined);
  return others === undefined ? wholeWords(words) : joinWords(words, others);
}
