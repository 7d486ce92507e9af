import type { Reading, ResponseLike } from "../model/Reading.js";
import { attempt } from "./attempt.js";
import { bodyCarriers, errorCarriers, isErrorLike, isErrorName, responseCarriers } from "./carriers.js";
import { dialectOf, type Place } from "./dialectOf.js";
import { knownFailure } from "./knownFailure.js";
import { noteCall } from "./noteCall.js";
import { read } from "./read.js";
import { readText } from "./readText.js";
import { transportOf } from "./transportOf.js";

type Seen = Readonly<Record<string, unknown>>;

const maxDepth = 8;
const maxValues = 200;
const maxErrors = 20;

/**
 * Reads anything that a call can end in, through every known wrapper, without changing it. Linear in the text's length; each
 * property is read at most once.
 */
export function parse(raw: unknown, response?: ResponseLike): Reading {
  // prettier-ignore
  const reading: Reading = { body: undefined, match: undefined, envelope: undefined, known: undefined, kind: "body", isElided: false,
    isThrown: false, httpStatus: undefined, url: undefined, method: undefined, headers: undefined, budget: maxValues };
  if (response !== undefined) noteCall(response, reading, true);
  enter(raw, reading, 0);
  return reading;
}

/** Goes one level in. True when something was found that a dialect, a page or a copy of this kit spells. */
function enter(value: unknown, reading: Reading, depth: number): boolean {
  if (value === null || value === undefined || depth > maxDepth || reading.budget-- <= 0) return false;
  if (typeof value === "string") return enterText(value, reading, depth);
  if (typeof value !== "object") return false;
  const name = read(value, "name");
  if (typeof name !== "string") return spells(value, reading, depth) || enterWrapper(value, reading, depth);
  const message = read(value, "message");
  if (typeof message === "string" && isErrorName(name, value))
    return enterError(value, { name, message }, reading, depth);
  return spells(value, reading, depth, "body", { message }) || enterWrapper(value, reading, depth);
}

function enterText(text: string, reading: Reading, depth: number): boolean {
  readText(text, reading);
  if (reading.kind === "body") return enter(reading.body, reading, depth + 1);
  spells(reading.body, reading, depth);
  return true;
}

function spells(value: unknown, reading: Reading, depth: number, place: Place = "body", seen?: Seen): boolean {
  if (typeof value !== "object" || value === null) return false;
  const match = dialectOf(value, place, seen);
  if (match === undefined) return false;
  // the `error` of an event or of another error is no word of a dialect but what happened
  const isInner = typeof match.value === "object" && (place === "error" || isErrorLike(match.value));
  if (isInner && enter(match.value, reading, depth + 1)) return true;
  reading.body = value;
  reading.match = match;
  return true;
}

function enterError(error: object, seen: { name: string; message: string }, reading: Reading, depth: number): boolean {
  reading.isThrown = true;
  const response = read(error, "response");
  if (typeof response === "object" && response !== null) noteCall(response, reading, true);
  noteCall(error, reading, true);
  if (enterAnswer(response, reading, depth + 1) || isKnown(error, reading)) return true;
  if (errorCarriers.some((key) => enterEach(read(error, key), reading, depth))) return true;
  const code = read(error, "code");
  if (spells(error, reading, depth, "error", { ...seen, code }) || enterGraphql(error, reading, depth)) return true;
  const isCancelled = read(error, "__CANCEL__") === true;
  const transport = isCancelled ? "cancelled" : transportOf(seen.name, code, seen.message);
  if (transport !== undefined && reading.httpStatus === undefined) reading.kind = transport;
  return transport !== undefined;
}

/** The answer inside an error: its text, or the body that a library keeps in it. */
function enterAnswer(answer: unknown, reading: Reading, depth: number): boolean {
  if (typeof answer !== "object" || answer === null) return enter(answer, reading, depth);
  return enterBody(answer, reading, depth) || spells(answer, reading, depth) || enterEnvelope(answer, reading, depth);
}

/** The first carrier that holds an object or a text is the body. */
function enterBody(answer: object, reading: Reading, depth: number): boolean {
  for (const key of responseCarriers) {
    const body = read(answer, key);
    if (body && typeof body !== "function") return enter(body, reading, depth + 1);
  }
  return false;
}

/** A plain object whose own fields say nothing. */
function enterWrapper(value: object, reading: Reading, depth: number): boolean {
  if (isKnown(value, reading)) return true;
  const call = noteCall(value, reading, false);
  if (call === "answer") return enterBody(value, reading, depth) || enterEnvelope(value, reading, depth);
  // QC.api says `{code, status, data}`, Umi `{success: false, data}` around a relayed answer
  const data = call === "status" || read(value, "success") === false ? read(value, "data") : undefined;
  if (typeof data === "object" && enter(data, reading, depth + 1)) {
    reading.envelope = value;
    return true;
  }
  return enterEnvelope(value, reading, depth);
}

function enterEnvelope(value: object, reading: Reading, depth: number): boolean {
  for (const [outerKey, innerKey] of bodyCarriers) {
    const outer = read(value, outerKey);
    if (outer && spells(innerKey === "" ? outer : read(outer, innerKey), reading, depth)) {
      reading.envelope = outer;
      return true;
    }
  }
  const errors = read(value, "errors");
  if (errors && isList(errors))
    for (let index = 0; index < maxErrors; index += 1) {
      const error = read(errors, index);
      if (isErrorLike(error) ? enter(error, reading, depth + 1) : enterGraphql(error, reading, depth)) return true;
    }
  // `URL` and `location` carry their text in `href`
  const href = read(value, "href");
  return typeof href === "string" && enter(href, reading, depth + 1);
}

/** GraphQL keeps a number among an error's extensions, or there in the answer of the service behind it. */
function enterGraphql(error: unknown, reading: Reading, depth: number): boolean {
  const extensions = read(error, "extensions");
  if (typeof extensions !== "object" || extensions === null) return false;
  return (
    enter(read(read(extensions, "response"), "body"), reading, depth + 1) ||
    spells(extensions, reading, depth, "graphql")
  );
}

/** A value, or the first of many that says something. */
function enterEach(value: unknown, reading: Reading, depth: number): boolean {
  if (!value || !isList(value)) return enter(value, reading, depth + 1);
  for (let index = 0; index < maxErrors; index += 1) if (enter(read(value, index), reading, depth + 1)) return true;
  return false;
}

function isList(value: unknown): boolean {
  return attempt(() => Array.isArray(value)) === true;
}

function isKnown(value: object, reading: Reading): boolean {
  reading.known = knownFailure(value);
  return reading.known !== undefined;
}
