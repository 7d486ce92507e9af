import { isObject, read, readOnce, type Seen } from "../base/safely.js";
import { type CallKind, noteCall, statusBeside } from "./callInfo.js";
import { enterBody, enterCopy, enterEnvelope, readSuccess } from "./enterAnswer.js";
import { enterError, enterMessage } from "./enterError.js";
import { describeError, type ErrorShape, explainUnanswered, isErrorObject, seenOf } from "./errorShape.js";
import { enterHandedOver, enterRelayed, enterSaid } from "./handedOver.js";
import { isJson } from "./headers.js";
import { isPlainBody, isVendors, matchDialect, type Position } from "./matchDialect.js";
import type { Found, Reading } from "./Reading.js";
import { readText } from "./readText.js";
import { reviveFailure } from "./reviveFailure.js";
import {
  createTrail,
  hasFailed,
  markVisited,
  note,
  noteText,
  type ReadingOptions,
  spend,
  type Trail,
  type Walk,
} from "./trail.js";

/** What an object looks like: a body and nothing else, or a call. */
type Look = CallKind | "body";

const maxDepth = 8;
const axiosWords: ErrorShape = { name: "AxiosError", message: "", isError: true };

/**
 * Reads anything that a call can end in, through every known wrapper, without changing it. Each step returns what it found, and
 * the trail notes what was passed on the way. Linear in the text's length; each property is read at most once.
 */
export function parse(raw: unknown, options: ReadingOptions): Reading {
  const trail = createTrail(options, walk);
  const found = enter(raw, trail, 0) ?? { kind: "body" };
  const { response } = options;
  // what came as JSON and is a text is a value of the app's, unless it is as a whole an object or a call
  if (typeof raw === "string" && found.kind !== "body" && response?.isText !== true && isJson(response?.headers))
    note(trail, { isLoose: true });
  return { found, body: found.body ?? trail.textBody, trail };
}

/**
 * Goes one level in. Undefined: nothing there is in a dialect, a page or a copy of this kit. What stands beside other fields, as the
 * `error` of a body does, must have failed.
 */
function enter(value: unknown, trail: Trail, depth: number, isBeside = false): Found | undefined {
  if (depth > maxDepth) return undefined;
  if (typeof value === "string") return spend(trail) ? enterText(value, trail, depth) : undefined;
  if (!markVisited(value, trail)) return undefined;
  const isBody = trail.place === "body";
  const isPlain = isPlainBody(value);
  if (isBeside && (isBody || isPlain) && !hasFailed(trail)) return undefined;
  if (isPlain) return enterObject(value, [], trail, depth, "body");
  const words = describeError(value);
  const seen = seenOf(words);
  // a good answer's own fields may be called as an error's are
  if (words?.isError === true && (isBeside || !isBody || isErrorObject(value)))
    return enterError(value, words, seen, trail, depth);
  // a result of RTK Query holds what it hands over in place of an error
  const isThrown = isBeside || !isBody;
  return isThrown ? enterThrown(value, seen, trail, depth, isBeside) : enterObject(value, seen, trail, depth);
}

/** An object that may be what a library hands over in place of an error. Beside other fields it must have failed, or be an answer. */
function enterThrown(value: object, seen: Seen, trail: Trail, depth: number, isBeside: boolean): Found | undefined {
  // the cancels of axios 0 and umi-request are no errors either
  if (read(value, "isAxiosError") === true || read(value, "__CANCEL__") === true)
    return enterError(value, axiosWords, seenOf(axiosWords), trail, depth);
  const status = readOnce(value, "status", seen);
  const found = enterHandedOver(value, status, seen, trail, depth);
  if (found !== undefined) return found ?? undefined;
  // React Router keeps an error beside the answer that it makes of it
  const looksLike = noteCall(value, trail, false, seen);
  if (isBeside && looksLike === "answer") note(trail, { isThrown: true });
  return isBeside && !hasFailed(trail) ? undefined : enterObject(value, seen, trail, depth, looksLike);
}

/** An answer inside a good answer is data, such as a line of a log: it looks like none. */
function enterObject(value: object, seen: Seen, trail: Trail, depth: number, looksLike?: Look): Found | undefined {
  const says = readSuccess(value);
  if (says !== undefined) note(trail, { says: trail.says ?? says });
  const found = enterDialect(value, seen, trail, depth, "body", says);
  if (found !== undefined || looksLike === "body") return found ?? enterRelayed(value, seen, trail, depth);
  return enterWrapper(value, seen, trail, depth, looksLike);
}

function enterText(text: string, trail: Trail, depth: number): Found | undefined {
  const textReading = readText(text, depth > 0);
  if (!noteText(textReading, trail)) return undefined;
  const { kind, body } = textReading;
  if (kind === "body") {
    const found = enter(body, trail, depth + 1) ?? enterSaid(text, trail, depth);
    return found ?? (trail.isPage && depth === 0 ? enterMessage(text, trail) : undefined);
  }
  const match = isObject(body) ? enterDialect(body, [], trail, depth, "body")?.match : undefined;
  // a form with a `code` and a `msg` is the vendor's own
  return { kind, body, match: match?.dialect.only === "relayed" ? undefined : match };
}

/** The object's own fields, where they are in a dialect. */
function enterDialect(
  value: object,
  seen: Seen,
  trail: Trail,
  depth: number,
  position: Position,
  says?: boolean,
): Found | undefined {
  const match = matchDialect({
    body: value,
    position,
    seen,
    says,
    more: trail.dialects,
    hasFailed: hasFailed(trail),
    isDeclared: trail.isTencent === true,
    isAsked: trail.place === "asked",
  });
  if (match === undefined) return undefined;
  // the `error` of an event or of another error is no word of a dialect but what happened
  const inner =
    typeof match.value === "object" ? enter(match.value, trail, depth + 1, position !== "error") : undefined;
  // a server's own word or number may stand beside the answer that is relayed
  const isAround = inner === undefined && position === "body" && hasFailed(trail) && !isVendors(match);
  return (isAround ? enterRelayed(value, seen, trail, depth) : inner) ?? { kind: "body", body: value, match };
}

/** A plain object whose own fields say nothing. */
function enterWrapper(value: object, seen: Seen, trail: Trail, depth: number, looksLike: CallKind): Found | undefined {
  const revived = reviveFailure(value, trail);
  if (revived !== undefined) return revived;
  if (trail.isThrown) note(trail, { httpStatus: trail.httpStatus ?? statusBeside(value) });
  if (looksLike === "answer") {
    const found = enterBody(value, trail, depth) ?? enterEnvelope(value, trail, depth);
    return found ?? (trail.isUnanswered ? { kind: explainUnanswered(value) } : undefined);
  }
  const data = looksLike === "status" ? readOnce(value, "data", seen) : undefined;
  const found = typeof data === "object" ? enter(data, trail, depth + 1) : undefined;
  if (found !== undefined) return { ...found, envelope: value };
  return (
    enterEnvelope(value, trail, depth) ??
    enterCopy(value, seen, trail, depth) ??
    enterRelayed(value, seen, trail, depth)
  );
}

const walk: Walk = { enter, enterError, enterDialect };
