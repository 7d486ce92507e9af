import { attempt } from "./attempt.js";
import { isSecretName } from "./isSecretName.js";
import { maskPairs } from "./maskPairs.js";
import { plainText } from "./plainText.js";
import { read } from "./read.js";

/** Values that are secrets or personal whatever they are called. A product's version only looks like an address. */
const secretValues =
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]+|eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\bAKID\w+|\b[\da-f]{32,}\b|[\w.+-]{1,64}@[\w-]+\.[\w.]+|\b1[3-9]\d{9}\b|\b([a-z]+\/)?\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}\b|\b(?=[\w+/-]*\d)(?=[\w+/-]*[a-z])[\w+/-]{24,}={0,2}/gi;

const mask = "[redacted]";
const textLimit = 8192;
const maxFields = 500;
const maxItems = 50;
const maxDepth = 8;

/** Anything as text without secrets: by name and by look, at most 8 KiB. Never throws; a second pass changes nothing. */
export function redact(value: unknown): string {
  const text = typeof value === "string" ? value : attempt(() => JSON.stringify(copyOf(value, 0, { left: maxFields })));
  const masked = maskAll(plainText((text ?? "").slice(0, textLimit), textLimit));
  // masks make it longer, and what is cut may look like a secret only then
  return masked.length > textLimit ? cut(maskAll(cut(masked))) : masked;
}

function maskAll(text: string): string {
  return maskPairs(text, mask).replace(secretValues, (found, product?: string) =>
    product === undefined ? mask : found,
  );
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
  if (depth >= maxDepth || budget.left <= 0) return "…";
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
