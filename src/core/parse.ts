import type { Reading, ResponseLike } from "../model/Reading.js";
import { bodyCarriers, errorCarriers, responseCarriers } from "./carriers.js";
import { dialectOf, type Place } from "./dialectOf.js";
import { errorWords, type ErrorWords } from "./errorWords.js";
import { itemsOf } from "./itemsOf.js";
import { isNew } from "./isNew.js";
import { noteCall } from "./noteCall.js";
import { noteKnown } from "./noteKnown.js";
import { read } from "./read.js";
import { readText } from "./readText.js";
import { transportOf } from "./transportOf.js";

type Seen = Readonly<Record<string, unknown>>;

const maxDepth = 8;
const maxValues = 200;

/**
 * Reads anything that a call can end in, through every known wrapper, without changing it. Linear in the text's length; each
 * property is read at most once.
 */
export function parse(raw: unknown, response?: ResponseLike): Reading {
  // prettier-ignore
  const reading: Reading = { body: undefined, match: undefined, envelope: undefined, known: undefined, kind: "body", isElided: false,
    isThrown: false, httpStatus: undefined, url: undefined, method: undefined, headers: undefined, visited: undefined, budget: maxValues };
  if (response !== undefined) noteCall(response, reading, true);
  enter(raw, reading, 0);
  return reading;
}

/** Goes one level in. True when something was found that a dialect, a page or a copy of this kit spells. */
function enter(value: unknown, reading: Reading, depth: number): boolean {
  if (depth > maxDepth) return false;
  if (typeof value === "string") return reading.budget-- > 0 && enterText(value, reading, depth);
  if (!isNew(value, reading)) return false;
  const words = errorWords(value);
  if (words?.isError === true) return enterError(value, words, reading, depth);
  return spells(value, reading, depth, "body", words) || enterWrapper(value, reading, depth);
}

function enterText(text: string, reading: Reading, depth: number): boolean {
  readText(text, reading);
  const { kind, body } = reading;
  if (kind === "body") return enter(body, reading, depth + 1);
  if (typeof body === "object" && body !== null) spells(body, reading, depth, "body");
  return true;
}

function spells(value: object, reading: Reading, depth: number, place: Place, seen?: Seen): boolean {
  const match = dialectOf(value, place, seen);
  if (match === undefined) return false;
  if (typeof match.value === "object" && entersInner(match.value, reading, depth + 1, place)) return true;
  reading.body = value;
  reading.match = match;
  return true;
}

/** The `error` of an event or of another error is no word of a dialect but what happened. */
function entersInner(value: object | null, reading: Reading, depth: number, place: Place): boolean {
  if (place === "error") return enter(value, reading, depth);
  if (depth > maxDepth || !isNew(value, reading)) return false;
  const words = errorWords(value);
  return words?.isError === true && enterError(value, words, reading, depth);
}

function enterError(error: object, words: ErrorWords, reading: Reading, depth: number): boolean {
  reading.isThrown = true;
  const response = read(error, "response");
  const hasAnswer = isNew(response, reading);
  if (hasAnswer) noteCall(response, reading, true);
  noteCall(error, reading, true);
  const found = hasAnswer
    ? enterAnswer(response, reading, depth + 1)
    : enter(response, reading, depth + 1) || undefined;
  if (found !== undefined) return found;
  if (noteKnown(error, reading) || errorCarriers.some((key) => enterEach(read(error, key), reading, depth + 1)))
    return true;
  const code = read(error, "code");
  if (spells(error, reading, depth, "error", { ...words, code }) || enterExtensions(error, reading, depth + 1))
    return true;
  const isCancelled = read(error, "__CANCEL__") === true;
  const transport = isCancelled ? "aborted" : transportOf(words, code);
  if (transport !== undefined && reading.httpStatus === undefined) reading.kind = transport;
  return transport !== undefined;
}

/** The answer inside an error, whose status and headers are noted. Undefined: it has no body, so the error may know more. */
function enterAnswer(answer: object, reading: Reading, depth: number): boolean | undefined {
  const found = enterBody(answer, reading, depth);
  if (found === true || (found === undefined && spells(answer, reading, depth, "body"))) return true;
  return enterEnvelope(answer, reading, depth) || found;
}

/** The first carrier that holds an object or a text is the body, unless it is a stream. Undefined: there is none. */
function enterBody(answer: object, reading: Reading, depth: number): boolean | undefined {
  for (const key of responseCarriers) {
    const body = read(answer, key);
    if (body && typeof body !== "function")
      return enter(body, reading, depth + 1) || (key === "body" ? undefined : false);
  }
  return undefined;
}

/** A plain object whose own fields say nothing. */
function enterWrapper(value: object, reading: Reading, depth: number): boolean {
  if (noteKnown(value, reading)) return true;
  const call = noteCall(value, reading, false);
  if (call === "answer") return enterBody(value, reading, depth) === true || enterEnvelope(value, reading, depth);
  // QC.api says `{code, status, data}`, Umi `{success: false, data}` around a relayed answer
  const data = call === "status" || read(value, "success") === false ? read(value, "data") : undefined;
  if (typeof data !== "object" || !enter(data, reading, depth + 1)) return enterEnvelope(value, reading, depth);
  reading.envelope = value;
  return true;
}

function enterEnvelope(value: object, reading: Reading, depth: number): boolean {
  for (const [outerKey, innerKey] of bodyCarriers) {
    const outer = read(value, outerKey);
    if (!isNew(outer, reading)) continue;
    const inner = innerKey === "" ? outer : read(outer, innerKey);
    if ((inner !== outer && !isNew(inner, reading)) || !spells(inner, reading, depth, "body")) continue;
    reading.envelope = innerKey === "" ? value : outer;
    return true;
  }
  if (itemsOf(read(value, "errors"), reading)?.some((error) => enterGraphql(error, reading, depth + 1)) === true)
    return true;
  // `URL` and `location` carry their text in `href`
  const href = read(value, "href");
  return typeof href === "string" && enter(href, reading, depth + 1);
}

/** GraphQL keeps a number among an error's extensions, or there in the answer of the service behind it. */
function enterGraphql(error: unknown, reading: Reading, depth: number): boolean {
  if (!isNew(error, reading)) return false;
  const words = errorWords(error);
  return words?.isError === true ? enterError(error, words, reading, depth) : enterExtensions(error, reading, depth);
}

function enterExtensions(error: object, reading: Reading, depth: number): boolean {
  const extensions = read(error, "extensions");
  if (!isNew(extensions, reading)) return false;
  const body = read(read(extensions, "response"), "body");
  return enter(body, reading, depth) || spells(extensions, reading, depth, "graphql");
}

/** A value, or the first of many that says something. */
function enterEach(value: unknown, reading: Reading, depth: number): boolean {
  const items = itemsOf(value, reading);
  return items === undefined ? enter(value, reading, depth) : items.some((item) => enter(item, reading, depth));
}
