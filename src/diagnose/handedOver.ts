import { asText, attempt, isObject, keysOf, parseCode, read, readOnce, type Seen } from "../base/safely.js";
import { noteCall } from "./callInfo.js";
import { firstFound, firstItems, textIn } from "./contents.js";
import { explainUnanswered, libraryFailure, transportOf } from "./errorShape.js";
import { isVendors } from "./matchDialect.js";
import type { Found } from "./Reading.js";
import { hasFailed, note, type Trail } from "./trail.js";

/** An object that a library hands over in place of an error. Null: it says nothing. Undefined: it is none. */
export function enterHandedOver(
  value: object,
  status: unknown,
  seen: Seen,
  trail: Trail,
  depth: number,
): Found | null | undefined {
  if (typeof read(value, "isTrusted") === "boolean") return enterEvent(value, trail, depth);
  const failure = libraryFailure(value, status);
  if (failure === undefined)
    return status === undefined ? (enterWords(value, trail) ?? enterPair(value, seen, trail, depth)) : undefined;
  const answered = read(value, "originalStatus");
  note(trail, {
    isThrown: true,
    httpStatus: trail.httpStatus ?? (typeof answered === "number" ? answered : undefined),
  });
  const found = enterEach(read(value, "data"), trail, depth + 1) ?? enterSaid(read(value, "errMsg"), trail, depth);
  return found ?? (failure === "thrown" ? null : { kind: failure });
}

/** Types of events that end a call without an answer, and the codes of a socket that was lost: its other codes are the app's own. */
const ending = /^(?:abort|timeout|error|offline|close10(?:0[16]|1[2-5]))/;

/**
 * An event that tells of a failure: it carries what was thrown, or its target does, which may be an answered request itself. Else its
 * type tells, unless there is a message: a script threw what nobody may know.
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1
 */
function enterEvent(value: object, trail: Trail, depth: number): Found | null {
  const target = read(value, "target");
  const [thrown] = [value, target].flatMap((each) => read(each, "error") || read(each, "reason") || []);
  const inner = thrown ?? (Number(asText(read(target, "status"))) > 0 && target);
  const type = asText(read(value, "type"));
  const isSilent = typeof inner !== "object" && read(value, "message") === undefined;
  const isEnd = isSilent && ending.test(type + asText(read(value, "code")));
  if (inner || isEnd) note(trail, { isThrown: true });
  return enterEach(inner, trail, depth + 1) ?? (isEnd ? { kind: explainUnanswered({ statusText: type }) } : null);
}

/** What RTK Query's documentation makes of an axios error without an answer: its words as data, beside a status that is not there. */
function enterWords(value: object, trail: Trail): Found | undefined {
  const data = keysOf(value).includes("status") ? read(value, "data") : undefined;
  const kind = typeof data === "string" ? transportOf({ name: "", message: data }) : undefined;
  if (kind === undefined) return undefined;
  note(trail, { isThrown: true });
  return { kind };
}

/** The `error` and the failed `response` of openapi-fetch. */
function enterPair(value: object, seen: Seen, trail: Trail, depth: number): Found | null | undefined {
  const keys = keysOf(value);
  if (!keys.includes("error") || keys.includes("statusCode")) return undefined;
  const response = readOnce(value, "response", seen);
  const status = read(response, "status");
  if (!isObject(response) || typeof status !== "number" || status < 400) return undefined;
  note(trail, { isThrown: true });
  noteCall(response, trail, true, ["status", status]);
  return enterEach(read(value, "error"), trail, depth + 1) ?? null;
}

/** A value, or the one of many that says most: an answer more than that none came. */
export function enterEach(value: unknown, trail: Trail, depth: number): Found | undefined {
  const items = firstItems(value, trail);
  if (items === undefined) return trail.walk.enter(textIn(value) ?? value, trail, depth);
  const found = items.map((item) => trail.walk.enter(item, trail, depth));
  return found.find((one) => one?.match ?? one?.known) ?? found.find(Boolean);
}

/** What a request is told by: an answer there is what was sent. */
export const echo: RegExp = /^(?:input|req|param|query|config|header|option|variable|receive|sent|form|digest)/i;

/** The answer of another service inside a server's own failure, as an object or in a text, under whatever name. */
export function enterRelayed(value: object, seen: Seen, trail: Trail, depth: number): Found | undefined {
  const keys = hasFailed(trail) ? keysOf(value).slice(0, 40) : [];
  const relayed = firstFound(keys, (key) => {
    const inner = echo.test(key) ? undefined : readOnce(value, key, seen);
    const found = typeof inner === "string" ? enterSaid(inner, trail, depth) : enterEach(inner, trail, depth + 1);
    const { known, match } = found ?? {};
    // what went well behind it did not fail the call, and what has a word for the vendor's number is no answer of the vendor's
    const isAnswer = known ?? (match && (parseCode(match.value || 0) ?? match.dialect.numbers !== "table"));
    // an error of the app's own may keep what was thrown, which got no answer
    const isUnanswered = found && match === undefined && found.kind !== "body" && attempt(() => inner instanceof Error);
    return isAnswer || isUnanswered ? found : undefined;
  });
  return relayed && { ...relayed, envelope: value };
}

/** The answer that a text is, or the vendor's own in the midst of a sentence. */
export function enterSaid(text: unknown, trail: Trail, depth: number): Found | undefined {
  if (typeof text !== "string" || !hasFailed(trail) || !text.includes("{")) return undefined;
  const isBody = /^\s*\{/.test(text);
  const start = isBody ? 0 : text.search(/\{\s*"/);
  const found = start < 0 ? undefined : trail.walk.enter(text.slice(start), trail, depth + 1);
  return isBody || isVendors(found?.match) ? found : undefined;
}
