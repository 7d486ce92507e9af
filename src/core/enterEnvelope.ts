import type { Reading } from "../model/Reading.js";
import { bodyCarriers } from "./carriers.js";
import type { Place } from "./dialectOf.js";
import { errorWords, type ErrorWords } from "./errorWords.js";
import { isGraphql } from "./isGraphql.js";
import { isNew } from "./isNew.js";
import { itemsOf } from "./itemsOf.js";
import { read } from "./read.js";

/** The steps of parsing that go further in. */
export interface Walk {
  enter(value: unknown, reading: Reading, depth: number): boolean;
  enterError(error: object, words: ErrorWords, reading: Reading, depth: number): boolean;
  spells(value: object, reading: Reading, depth: number, place: Place): boolean;
}

/** What an envelope of a service holds at its known places. True when that says something. */
export function enterEnvelope(value: object, reading: Reading, depth: number, walk: Walk): boolean {
  const isGood = reading.place === "body";
  for (const [outerKey, innerKey] of bodyCarriers) {
    const place = outerKey === "extensions" && !isGood ? "graphql" : "body";
    const outer = read(value, outerKey);
    if (!isNew(outer, reading)) continue;
    const inner = innerKey === "" ? outer : read(outer, innerKey);
    if ((inner !== outer && !isNew(inner, reading)) || !walk.spells(inner, reading, depth, place)) continue;
    reading.envelope = innerKey === "" ? value : outer;
    return true;
  }
  const errors = itemsOf(read(value, "errors"), reading);
  reading.isGraphql ||= isGraphql(value, errors);
  if (errors?.some((error) => enterGraphql(error, reading, depth + 1, walk)) === true) return true;
  if (isGood) return false;
  // `URL` and `location` carry their text in `href`
  const href = read(value, "href");
  return typeof href === "string" && walk.enter(href, reading, depth + 1);
}

/** GraphQL keeps a number among an error's extensions, or there in the answer of the service behind it. */
function enterGraphql(error: unknown, reading: Reading, depth: number, walk: Walk): boolean {
  if (!isNew(error, reading)) return false;
  const words = errorWords(error);
  if (words?.isError === true && reading.place !== "body") return walk.enterError(error, words, reading, depth);
  return enterExtensions(error, reading, depth, walk);
}

export function enterExtensions(error: object, reading: Reading, depth: number, walk: Walk): boolean {
  const extensions = read(error, "extensions");
  if (!isNew(extensions, reading)) return false;
  const body = read(read(extensions, "response"), "body");
  return walk.enter(body, reading, depth) || walk.spells(extensions, reading, depth, "graphql");
}

/** What an envelope says about itself. */
export function saidBy(value: object): boolean | undefined {
  const success = read(value, "success");
  const says = success === undefined ? read(value, "ok") : success;
  return typeof says === "boolean" ? says : undefined;
}
