import { attempt, read } from "../base/safely.js";
import { mask } from "./maskFailure.js";
import { maskSecrets } from "./maskSecrets.js";
import { isSecretName } from "./namedSpans.js";
import { sanitizeText } from "./sanitizeText.js";

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
