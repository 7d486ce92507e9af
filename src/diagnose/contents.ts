import { attempt, isList, isObject, read } from "../base/safely.js";
import type { Found } from "./Reading.js";
import { markVisited, type Trail } from "./trail.js";

/** Larger files are no failure. */
const maxBytes = 65_536;

/** The text in bytes, as libraries hand over an answer that was asked for as a file. Undefined for all else. */
export function textIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  return attempt(() => {
    const isBytes = ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
    return isBytes && value.byteLength <= maxBytes ? new TextDecoder().decode(value) : undefined;
  });
}

/** The first twenty items of a list, or undefined for what is none. A list may be endless, sparse, hostile or known already. */
export function firstItems(value: unknown, trail: Trail): readonly unknown[] | undefined {
  if (!isList(value)) return undefined;
  return markVisited(value, trail) ? Array.from({ length: 20 }, (_, index) => read(value, index)) : [];
}

/** What the first of these has in it, if any has. */
export function firstFound<Item>(items: readonly Item[], enter: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = enter(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
