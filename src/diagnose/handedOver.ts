import { attempt, type Fields, read, readField } from "../base/safely.js";
import { noteCall } from "./callInfo.js";
import { isBodyText, textIn } from "./contents.js";
import type { Walk } from "./enterAnswer.js";
import { libraryFailure, transportOf } from "./errorShape.js";
import type { Found } from "./Reading.js";
import { firstFound, firstItems, note, type Trail } from "./trail.js";
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
  const kind =
    typeof data === "string" ? transportOf({ name: "", message: data, isError: true }, undefined) : undefined;
  if (kind === undefined) return undefined;
  note(trail, { isThrown: true });
  return { kind };
}

/** The `error` and the failed `response` of openapi-fetch. */
function enterPair(value: object, trail: Trail, depth: number, walk: Walk): Found | null | undefined {
  if (attempt(() => "error" in value && !("statusCode" in value)) !== true) return undefined;
  const response = read(value, "response");
  const status = typeof response === "object" ? read(response, "status") : undefined;
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
  fields: Fields,
  walk: Walk,
): Found | undefined {
  const found = firstFound(relayKeys, (key) => {
    const inner = readField(value, key, fields);
    return typeof inner === "object" || isBodyText(inner) ? enterEach(inner, trail, depth + 1, walk) : undefined;
  });
  return found && { ...found, envelope: value };
}
