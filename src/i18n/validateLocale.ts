import { attempt, read } from "../base/safely.js";
import { type FirstWords, type UserLocale, isWhole } from "./Locale.js";
import { isReplacement, type Sentence } from "./customMessages.js";

/** No sentence of the kit is longer than a third of this. */
const maxLength = 1000;

const firstSections = { categories: {}, titles: {}, codes: {}, actions: {}, labels: {} };
const requiredSections = { ...firstSections, prompt: {}, reasons: {} };
const developerSections = { categories: {}, titles: {}, codes: {}, remedies: {} };

/**
 * Whether a language that came over the wire can be spoken where `known` is: a text for each of its texts, of a sane length and
 * with the same places. It may be anything: a module instead of its language, a page of HTML, half a file.
 */
export function validateLocale(found: unknown, known: UserLocale | undefined): found is UserLocale {
  const developer = read(found, "developer");
  const isForDevelopers = (): boolean =>
    developer === undefined || isLike(developer, known?.developer ?? developerSections);
  const required = read(found, "later") === undefined ? requiredOf(known?.words) : firstSections;
  return attempt(() => isForDevelopers() && isLike(read(found, "words"), required)) === true;
}

function requiredOf(known: FirstWords | undefined): object {
  return known !== undefined && isWhole(known) ? known : requiredSections;
}

function isLike(found: unknown, known: object): boolean {
  const isAlike = ([name, own]: [string, unknown]): boolean => {
    const text = read(found, name);
    // each language says what it can of the codes
    if (name === "codes" || name === "titles") return isSection(text) && Object.values(text).every(isText);
    return isSentence(own) ? isAsked(text, own) : isLike(text, own as object);
  };
  return isSection(found) && Object.entries(known).every(isAlike);
}

function isSection(found: unknown): found is object {
  return typeof found === "object" && found !== null;
}

function isSentence(own: unknown): own is Sentence {
  return typeof own === "string" || Object.hasOwn(own as object, "other");
}

function isAsked(text: unknown, own: Sentence): boolean {
  if (typeof text !== typeof own || !isReplacement(own, text)) return false;
  return (typeof text === "string" ? [text] : Object.values(text)).every(isText);
}

function isText(text: unknown): boolean {
  return typeof text === "string" && text.trim() !== "" && text.length <= maxLength;
}
