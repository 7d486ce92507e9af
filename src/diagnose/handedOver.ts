import { attempt, parseCode, read, readOnce } from "../base/safely.js";
import { noteCall } from "./callInfo.js";
import { isBodyText, textIn } from "./contents.js";
import { libraryFailure, transportOf } from "./errorShape.js";
import type { Found } from "./Reading.js";
import { firstFound, firstItems, note, type Trail } from "./trail.js";
import type { Walk } from "./Walk.js";
import { relayKeys } from "./wrapperKeys.js";

/** An object that a library hands over in place of an error. Null: it says nothing. Undefined: it is none. */
export function enterHandedOver(
  value: object,
  status: unknown,
  trail: Trail,
  depth: number,
  walk: Walk,
): Found | null | undefined {
  const failure = libraryFailure(value, status);
  if (failure === undefined)
    return status === undefined ? (enterWords(value, trail) ?? enterPair(value, trail, depth, walk)) : undefined;
  const answered = read(value, "originalStatus");
  note(trail, {
    isThrown: true,
    httpStatus: trail.httpStatus ?? (typeof answered === "number" ? answered : undefined),
  });
  const found = enterEach(read(value, "data"), trail, depth + 1, walk);
  return found ?? (failure === "thrown" ? null : { kind: failure });
}

/** What RTK Query's documentation makes of an axios error without an answer: its words as data, beside a status that is not there. */
function enterWords(value: object, trail: Trail): Found | undefined {
  const data = attempt(() => Object.hasOwn(value, "status")) === true ? read(value, "data") : undefined;
  const kind = typeof data === "string" ? transportOf({ name: "", message: data }) : undefined;
  if (kind === undefined) return undefined;
  note(trail, { isThrown: true });
  return { kind };
}

/** The `error` and the failed `response` of openapi-fetch. */
function enterPair(value: object, trail: Trail, depth: number, walk: Walk): Found | null | undefined {
  if (attempt(() => "error" in value && !("statusCode" in value)) !== true) return undefined;
  const response = read(value, "response");
  const status = read(response, "status");
  if (typeof response !== "object" || response === null || typeof status !== "number" || status < 400) return undefined;
  note(trail, { isThrown: true });
  noteCall(response, trail, true, { status });
  return enterEach(read(value, "error"), trail, depth + 1, walk) ?? null;
}

/** A value, or the first of many that says something. */
export function enterEach(value: unknown, trail: Trail, depth: number, walk: Walk): Found | undefined {
  const items = firstItems(value, trail);
  if (items === undefined) return walk.enter(textIn(value) ?? value, trail, depth);
  return firstFound(items, (item) => walk.enter(item, trail, depth));
}

/** The answer of another service inside a server's own failure, as an object or as its text. */
export function enterRelayed(
  value: object,
  trail: Trail,
  depth: number,
  fields: Record<string, unknown>,
  walk: Walk,
): Found | undefined {
  const relayed = firstFound(relayKeys, (key) => {
    const inner = readOnce(value, key, fields);
    const found = typeof inner === "object" || isBodyText(inner) ? enterEach(inner, trail, depth + 1, walk) : undefined;
    // what went well behind it did not fail the call
    return found?.match && parseCode(found.match.value || 0) === 0 ? undefined : found;
  });
  return relayed && { ...relayed, envelope: value };
}
