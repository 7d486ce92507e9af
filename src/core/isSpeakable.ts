import type { UserLocale } from "../model/Locale.js";
import { attempt } from "./attempt.js";
import { fits } from "./fits.js";
import { read } from "./read.js";
import type { Sentence } from "./reword.js";

/** No sentence of the kit is longer than a third of this. */
const maxLength = 1000;

const rooms = { categories: {}, codes: {}, actions: {}, prompt: {}, reasons: {}, labels: {} };
const developerRooms = { categories: {}, codes: {}, remedies: {} };

/**
 * Whether a language that came over the wire can be spoken where `known` is: a text for each of its texts, of a sane length and
 * with the same places. It may be anything: a module instead of its language, a page of HTML, half a file.
 */
export function isSpeakable(found: unknown, known: UserLocale | undefined): found is UserLocale {
  const developer = read(found, "developer");
  const isForDevelopers = (): boolean =>
    developer === undefined || isLike(developer, known?.developer ?? developerRooms);
  return attempt(() => isForDevelopers() && isLike(read(found, "words"), known?.words ?? rooms)) === true;
}

function isLike(found: unknown, known: object): boolean {
  const isAlike = ([name, own]: [string, unknown]): boolean => {
    const text = read(found, name);
    // each language says what it can of the codes
    if (name === "codes") return isRoom(text) && Object.values(text).every(isText);
    return isSentence(own) ? isAsked(text, own) : isLike(text, own as object);
  };
  return isRoom(found) && Object.entries(known).every(isAlike);
}

function isRoom(found: unknown): found is object {
  return typeof found === "object" && found !== null;
}

function isSentence(own: unknown): own is Sentence {
  return typeof own === "string" || Object.hasOwn(own as object, "other");
}

function isAsked(text: unknown, own: Sentence): boolean {
  if (typeof text !== typeof own || !fits(own, text)) return false;
  return (typeof text === "string" ? [text] : Object.values(text)).every(isText);
}

function isText(text: unknown): boolean {
  return typeof text === "string" && text.trim() !== "" && text.length <= maxLength;
}
