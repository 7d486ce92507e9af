import type { TencentFailure } from "../model/Diagnosis.js";
import { plainText } from "./plainText.js";
import { read } from "./read.js";
import { strictCode } from "./strictCode.js";

type Draft = { -readonly [Key in keyof TencentFailure]: TencentFailure[Key] };

const texts = { subcode: 80, requestId: 80, serverMessage: 300, method: 16, path: 2048 } as const;
const numbers = ["httpStatus", "retryAfterMs"] as const;

/**
 * The failure that this kit, or another copy of it, has read before: on an error, in a diagnosis, or by itself. Anybody could
 * have written it, so every field is checked again.
 */
export function knownFailure(value: object): TencentFailure | undefined {
  for (const found of [value, read(value, "failure"), read(read(value, "diagnosis"), "failure")]) {
    const dialect = read(found, "$tencent") === 1 ? read(found, "dialect") : undefined;
    if (typeof dialect === "string") return copyOf(found, plainText(dialect, 40));
  }
  return undefined;
}

function copyOf(found: unknown, dialect: string): TencentFailure {
  const code = strictCode(read(found, "code"));
  const at = read(found, "occurredAt");
  const confidence = read(found, "confidence");
  const failure: Draft = {
    $tencent: 1,
    dialect,
    code,
    occurredAt: typeof at === "number" && Math.abs(at) <= 8.64e15 ? at : Date.now(),
    confidence: code === null ? "none" : confidence === "exact" ? confidence : "heuristic",
  };
  for (const [key, limit] of Object.entries(texts) as [keyof typeof texts, number][]) {
    const text = read(found, key);
    if (typeof text === "string") failure[key] = plainText(text, limit);
  }
  for (const key of numbers) {
    const number = read(found, key);
    if (typeof number === "number" && Number.isFinite(number)) failure[key] = number;
  }
  return Object.freeze(failure);
}
