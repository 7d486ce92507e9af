import { ownOptions, read, parseCode } from "../base/safely.js";
import type { TencentFailure } from "../model/Diagnosis.js";
import { redactFailure } from "../privacy/redactFailure.js";
import type { Reading } from "./Reading.js";
import { markVisited } from "./wrapperKeys.js";

type Draft = { -readonly [Key in keyof TencentFailure]: TencentFailure[Key] };

const carriers = ["failure", "diagnosis"] as const;
const texts = ["subcode", "requestId", "serverMessage", "serverDate", "method", "path"] as const;
const numbers = ["httpStatus", "retryAfterMs"] as const;

/**
 * Notes a failure that this kit, or another copy of it, has read before: by itself, in a diagnosis, or on an error. Anybody
 * could have written it, so every field is checked again.
 */
export function reviveFailure(value: object, reading: Reading, levels = 2): boolean {
  const dialect = read(value, "$tencent") === 1 ? read(value, "dialect") : undefined;
  if (typeof dialect === "string") {
    reading.known = copyOf(value, dialect);
    return true;
  }
  return levels > 0 && carriers.some((key) => isKnownInside(read(value, key), reading, levels));
}

function isKnownInside(value: unknown, reading: Reading, levels: number): boolean {
  return markVisited(value, reading) && reviveFailure(value, reading, levels - 1);
}

function copyOf(found: object, dialect: string): TencentFailure {
  const code = parseCode(read(found, "code"));
  const at = read(found, "occurredAt");
  const confidence = read(found, "confidence");
  const failure: Draft = ownOptions<Draft>({
    $tencent: 1,
    dialect,
    code,
    occurredAt: typeof at === "number" && Math.abs(at) <= 8.64e15 ? at : Date.now(),
    confidence: code === null ? "none" : confidence === "exact" ? confidence : "heuristic",
  });
  for (const key of texts) {
    const text = read(found, key);
    if (typeof text === "string") failure[key] = text;
  }
  for (const key of numbers) {
    const number = read(found, key);
    if (typeof number === "number" && Number.isFinite(number)) failure[key] = number;
  }
  return redactFailure({ ...failure });
}
