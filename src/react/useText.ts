import type { WholeText } from "../i18n/Locale.js";
import { wholeWords } from "../i18n/wholeWords.js";
import { useTencentContext } from "./useTencentContext.js";

/** The page's words, with functions that fill in values, for what is fetched later. */
export function useText(user: string): WholeText {
  const { text } = useTencentContext(user);
  return { ...text, words: wholeWords(text.words) };
}
