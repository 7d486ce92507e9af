import { attempt, read } from "../base/safely.js";
import { mask } from "./isHarmless.js";
import { maskSecrets } from "./maskSecrets.js";
import { isSecretName } from "./namedSpans.js";
import { sanitizeText } from "./sanitizeText.js";
import type { TencentFailure } from "../model/Diagnosis.js";
import { cleanFailure, isCallId, isTokenLike, isWordy, originalOf } from "./maskFailure.js";

const textLimit = 8192;
const maxFields = 500;
const maxItems = 50;
const maxDepth = 8;

/** Anything as text without secrets: by name and by look, at most 8 KiB. Never throws; a second pass changes nothing. */
export function redact(value: unknown): string {
  const text = typeof value === "string" ? value : attempt(() => JSON.stringify(copyOf(value, 0, { left: maxFields })));
  const masked = maskSecrets(sanitizeText((text ?? "").slice(0, textLimit), textLimit));
  return masked.length > textLimit ? shorten(masked) : masked;
}

/** Masks make a text longer, and what is cut may look like a secret only then: at its end, which a look at the end tells. */
function shorten(masked: string): string {
  const short = cut(masked);
  const end = short.slice(short.lastIndexOf(mask, textLimit - 1024) + mask.length);
  return maskSecrets(end) === end ? short : cut(maskSecrets(short));
}

/** Never through a mask or a letter. */
function cut(text: string): string {
  return text.slice(0, textLimit).replace(/(?:\p{Surrogate}|\[\w*)$/u, "");
}

/** A plain copy of bounded depth and size, whatever grows while it is read. Getters that throw read as nothing. */
function copyOf(value: unknown, depth: number, budget: { left: number }): unknown {
  if (typeof value === "string") return value.slice(0, textLimit / 2);
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined) return value;
  if (typeof value !== "object") return typeof value === "bigint" ? String(value) : typeof value;
  if (depth >= maxDepth || budget.left <= 0 || attempt(() => ArrayBuffer.isView(value)) !== false) return "…";
  const isList = attempt(() => Array.isArray(value)) === true;
  const keys = keysOf(value, isList ? Math.min(maxItems, budget.left) : budget.left);
  budget.left -= keys.length;
  const entries = keys.map((key) => [key, inside(key, read(value, key), depth, budget)] as const);
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function inside(key: string, value: unknown, depth: number, budget: { left: number }): unknown {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "x";
  return value !== undefined && isSecretName(key, text) ? mask : copyOf(value, depth + 1, budget);
}

/** What a person would see of it: the first enumerable fields, and the message of an error. */
function keysOf(value: object, limit: number): string[] {
  const isSeen = (key: string | symbol): key is string =>
    typeof key === "string" && (key === "message" || Object.prototype.propertyIsEnumerable.call(value, key));
  return attempt(() => Reflect.ownKeys(value).slice(0, limit).filter(isSeen)) ?? [];
}

/**
 * A failure as a report tells it: its texts without their secrets, also those that a diagnosis masks from end to end. The same one
 * when there is nothing to take out.
 */
export function redactFailure(failure: TencentFailure): TencentFailure {
  return cleanFailure(originalOf(failure), steps);
}

const redactText = (text: string): string => maskSecrets(text);
const steps = { text: redactText, date: redactText, path: redactPath, id: redactId };

/** As long as a number of an account, or as long and mixed as a token. */
const identity = /\d{7}|^(?=.*\d)(?=.*[a-z]).{16,}$/i;

/** What names a person or a thing in a path is left out whole; words stay. */
function redactPath(path: string): string {
  return path.replace(/[^/]+/g, redactPart);
}

function redactPart(part: string): string {
  if (isWordy(part)) return part;
  const masked = maskSecrets(part);
  const left = masked.replaceAll(mask, "");
  return identity.test(attempt(() => decodeURIComponent(left)) ?? left) ? mask : masked;
}

/** An id looks as random as a secret, and the vendor needs it. */
function redactId(id: string): string {
  const bare = id.replace(/=+$/, "");
  return isCallId(id) || (!isTokenLike(id) && maskSecrets(bare, true) === bare) ? id : mask;
}
