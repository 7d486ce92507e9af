import type { UserWords } from "../i18n/Locale.js";
import type { LocaleText } from "../i18n/localeText.js";
import { wholeWords } from "../i18n/wholeWords.js";
import { useTencentContext } from "./useTencentContext.js";

/** The page's language with all its words. */
export interface WholeText extends LocaleText {
  readonly words: UserWords;
}

/** The page's words, with functions that fill in values, for what is fetched later. */
export function useText(user: string): WholeText {
  const { text } = useTencentContext(user);
  return { ...text, words: wholeWords(text.words) };
}
