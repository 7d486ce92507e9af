import type { UserLocale } from "../model/Locale.js";
import { attempt } from "./attempt.js";
import { placeholdersIn } from "./placeholdersIn.js";
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
    return isSentence(own) ? isText(text) && hasPlaces(text, own) : isLike(text, own as object);
  };
  return isRoom(found) && Object.entries(known).every(isAlike);
}

function isRoom(found: unknown): found is object {
  return typeof found === "object" && found !== null;
}

function isSentence(own: unknown): own is Sentence {
  return typeof own === "string" || Object.hasOwn(own as object, "other");
}

function isText(text: unknown): text is Sentence {
  if (typeof text === "string") return text.trim() !== "" && text.length <= maxLength;
  return isRoom(text) && Object.hasOwn(text, "other") && Object.values(text).every(isText);
}

function hasPlaces(text: Sentence, own: Sentence): boolean {
  return typeof text === typeof own && placeholdersIn(text).join() === placeholdersIn(own).join();
}
