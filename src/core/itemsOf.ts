import type { Reading } from "../model/Reading.js";
import { attempt } from "./attempt.js";
import { isNew } from "./isNew.js";
import { read } from "./read.js";

const limit = 20;

/** The first twenty items of a list, or undefined for what is none. A list may be endless, sparse, hostile or known already. */
export function itemsOf(value: unknown, reading: Reading): readonly unknown[] | undefined {
  if (typeof value !== "object" || attempt(() => Array.isArray(value)) !== true) return undefined;
  return isNew(value, reading) ? Array.from({ length: limit }, (_, index) => read(value, index)) : [];
}
