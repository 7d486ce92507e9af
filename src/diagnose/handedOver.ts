import { attempt, read } from "../base/safely.js";
import { collectCallInfo } from "./createReading.js";
import { firstItems, textIn } from "./contents.js";
import type { Walk } from "./enterAnswer.js";
import { libraryFailure } from "./errorShape.js";
import type { Reading } from "./Reading.js";

/** An object that a library hands over in place of an error. Undefined: it is none. */
export function enterHandedOver(
  value: object,
  status: unknown,
  reading: Reading,
  depth: number,
  walk: Walk,
): boolean | undefined {
  const failure = libraryFailure(value, status);
  if (failure === undefined) return status === undefined ? enterPair(value, reading, depth, walk) : undefined;
  reading.isThrown = true;
  const answered = read(value, "originalStatus");
  if (typeof answered === "number") reading.httpStatus ??= answered;
  if (enterEach(read(value, "data"), reading, depth + 1, walk)) return true;
  if (failure !== "thrown") reading.kind = failure;
  return failure !== "thrown";
}

/** The `error` and the failed `response` of openapi-fetch. */
function enterPair(value: object, reading: Reading, depth: number, walk: Walk): boolean | undefined {
  if (attempt(() => "error" in value && !("statusCode" in value)) !== true) return undefined;
  const response = read(value, "response");
  const status = typeof response === "object" ? read(response, "status") : undefined;
  if (typeof response !== "object" || response === null || typeof status !== "number" || status < 400) return undefined;
  reading.isThrown = true;
  collectCallInfo(response, reading, true, { status });
  return enterEach(read(value, "error"), reading, depth + 1, walk);
}

/** A value, or the first of many that says something. */
export function enterEach(value: unknown, reading: Reading, depth: number, walk: Walk): boolean {
  const items = firstItems(value, reading);
  if (items !== undefined) return items.some((item) => walk.enter(item, reading, depth));
  return walk.enter(textIn(value) ?? value, reading, depth);
}
