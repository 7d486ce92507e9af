import { read } from "../base/safely.js";
import { createReading, isJson, collectCallInfo, type ReadingOptions } from "./createReading.js";
import type { Reading } from "./Reading.js";
import { isBodyText } from "./contents.js";
import { enterEach, enterHandedOver } from "./handedOver.js";
import { enterAnswer, enterBody, enterEnvelope, enterExtensions, saidBy, type Walk } from "./enterAnswer.js";
import {
  describeError,
  type ErrorShape,
  isErrorObject,
  miniProgramFailure,
  noteUnanswered,
  transportOf,
} from "./errorShape.js";
import { matchDialect, type Position } from "./matchDialect.js";
import { readText } from "./readText.js";
import { reviveFailure } from "./reviveFailure.js";
import { errorKeys, markVisited } from "./wrapperKeys.js";

type CallKind = ReturnType<typeof collectCallInfo>;
type Seen = Readonly<Record<string, unknown>>;

const maxDepth = 8;
const axiosWords: ErrorShape = { name: "AxiosError", message: "", isError: true };

/**
 * Reads anything that a call can end in, through every known wrapper, without changing it. Linear in the text's length; each
 * property is read at most once.
 */
export function parse(raw: unknown, options: ReadingOptions = {}): Reading {
  const reading = createReading(options);
  // what came as JSON and is a text is a value of the app's
  reading.isLoose = typeof raw === "string" && options.response?.isText !== true && isJson(options.response);
  enter(raw, reading, 0);
  return reading;
}

/** Goes one level in. True when something was found that a dialect, a page or a copy of this kit spells. */
function enter(value: unknown, reading: Reading, depth: number): boolean {
  if (depth > maxDepth) return false;
  if (typeof value === "string") return reading.budget-- > 0 && enterText(value, reading, depth);
  if (!markVisited(value, reading)) return false;
  const words = describeError(value);
  const isBody = reading.place === "body";
  // a good answer's own fields may be called as an error's are
  if (words?.isError === true && (!isBody || isErrorObject(value))) return enterError(value, words, reading, depth);
  return isBody ? enterObject(value, reading, depth, words) : enterThrown(value, reading, depth, words);
}

/** An object that may be what a library hands over in place of an error. */
function enterThrown(value: object, reading: Reading, depth: number, words: ErrorShape | undefined): boolean {
  if (read(value, "isAxiosError") === true) return enterError(value, axiosWords, reading, depth);
  const status = read(value, "status");
  const found = enterHandedOver(value, status, reading, depth, walk);
  if (found !== undefined) return found;
  // React Router keeps an error beside the answer that it makes of it
  const call = collectCallInfo(value, reading, false, { status });
  return enterObject(value, reading, depth, { ...words, status }, call);
}

/** An answer inside a good answer is data, such as a line of a log: it has no `call`. */
function enterObject(value: object, reading: Reading, depth: number, seen: Seen | undefined, call?: CallKind): boolean {
  const says = saidBy(value);
  reading.says ??= says;
  return spells(value, reading, depth, "body", seen, says) || enterWrapper(value, reading, depth, call, says);
}

function enterText(text: string, reading: Reading, depth: number): boolean {
  readText(text, reading, depth);
  const { kind, body } = reading;
  if (kind === "body") return enter(body, reading, depth + 1);
  if (typeof body === "object" && body !== null) spells(body, reading, depth, "body");
  return true;
}

function spells(value: object, reading: Reading, depth: number, place: Position, seen?: Seen, says?: boolean): boolean {
  const match = matchDialect({ body: value, place, reading, seen, says });
  if (match === undefined) return false;
  if (typeof match.value === "object" && entersInner(match.value, reading, depth + 1, place)) return true;
  reading.body = value;
  reading.match = match;
  return true;
}

/** The `error` of an event or of another error is no word of a dialect but what happened. */
function entersInner(value: object | null, reading: Reading, depth: number, place: Position): boolean {
  if (place === "error") return enter(value, reading, depth);
  if (depth > maxDepth || !markVisited(value, reading)) return false;
  if (reading.place === "body") return false;
  const words = describeError(value);
  if (words?.isError === true) return enterError(value, words, reading, depth);
  // a result of RTK Query holds what it hands over in place of an error
  const status = read(value, "status");
  const found = enterHandedOver(value, status, reading, depth, walk);
  if (found !== undefined) return found;
  const call = collectCallInfo(value, reading, false, { status });
  if (call !== "answer") return false;
  reading.isThrown = true;
  return enterObject(value, reading, depth, { ...words, status }, call);
}

function enterError(error: object, words: ErrorShape, reading: Reading, depth: number): boolean {
  reading.isThrown = true;
  const response = read(error, "response");
  const hasAnswer = markVisited(response, reading);
  if (hasAnswer) collectCallInfo(response, reading, true);
  collectCallInfo(error, reading, true);
  const found = hasAnswer
    ? enterAnswer(response, reading, depth + 1, walk)
    : enter(response, reading, depth + 1) || undefined;
  if (found !== undefined) return found;
  if (
    reviveFailure(error, reading) ||
    errorKeys.some((key) => reading.budget > 0 && enterEach(read(error, key), reading, depth + 1, walk))
  )
    return true;
  if (reading.httpStatus === undefined && noteUnanswered(error, reading)) return true;
  const code = read(error, "code");
  const { name, message } = words;
  if (
    spells(error, reading, depth, "error", { name, message, code }) ||
    enterExtensions(error, reading, depth + 1, walk)
  )
    return true;
  // an app's own `new Error(await response.text())`
  if (isBodyText(message) && enterText(message, reading, depth + 1)) return true;
  const isCancelled = read(error, "__CANCEL__") === true;
  const transport = isCancelled ? "aborted" : (transportOf(words, code) ?? miniProgramFailure(error));
  if (transport !== undefined && reading.httpStatus === undefined) reading.kind = transport;
  return transport !== undefined;
}

/** A plain object whose own fields say nothing. */
function enterWrapper(value: object, reading: Reading, depth: number, call: CallKind, says?: boolean): boolean {
  if (reviveFailure(value, reading)) return true;
  if (call === "answer") {
    if (enterBody(value, reading, depth, walk) === true || enterEnvelope(value, reading, depth, walk)) return true;
    return noteUnanswered(value, reading);
  }
  // QC.api says `{code, status, data}`, Umi `{success: false, data}` around a relayed answer
  const data = call === "status" || says === false ? read(value, "data") : undefined;
  if (typeof data !== "object" || !enter(data, reading, depth + 1)) return enterEnvelope(value, reading, depth, walk);
  reading.envelope = value;
  return true;
}

const walk: Walk = { enter, enterError, spells };
