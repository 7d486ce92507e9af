import { firstFound } from "./contents.js";
import { attempt, ownOptions, read, parseCode } from "../base/safely.js";
import type { TencentFailure } from "../model/Diagnosis.js";
import { originalOf, texts } from "../privacy/maskFailure.js";
import type { Found } from "./Reading.js";
import { markVisited, type Trail } from "./trail.js";

type Draft = { -readonly [Key in keyof TencentFailure]: TencentFailure[Key] };

const carriers = ["failure", "diagnosis", "digest"] as const;
const numbers = ["httpStatus", "retryAfterMs"] as const;

/**
 * A failure that this kit, or another copy of it, has read before: by itself, in a diagnosis, or on an error. It may be forged, so
 * every field is checked again.
 */
export function reviveFailure(value: object, trail: Trail, levels = 2): Found | undefined {
  const dialect = read(value, "$tencent") === 1 ? read(value, "dialect") : undefined;
  if (typeof dialect === "string") return { kind: "body", known: copyFailure(value, dialect) };
  if (levels === 0) return undefined;
  return firstFound(carriers, (key) => {
    const inner = undigested(read(value, key));
    return markVisited(inner, trail) ? reviveFailure(inner, trail, levels - 1) : undefined;
  });
}

/** A server component's error has its failure as a text: see `TencentError.digest`. */
function undigested(value: unknown): unknown {
  return typeof value === "string" && value.length < 1000 ? attempt((): unknown => JSON.parse(value)) : value;
}

function copyFailure(masked: object, dialect: string): TencentFailure {
  const found = originalOf(masked);
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
  for (const key of Object.keys(texts) as (keyof typeof texts)[]) {
    const text = read(found, key);
    if (typeof text === "string") failure[key] = text;
  }
  for (const key of numbers) {
    const number = read(found, key);
    if (typeof number === "number" && Number.isFinite(number)) failure[key] = number;
  }
  return { ...failure };
}
