import type { Reading } from "../model/Reading.js";

/** Whether this is an object that nobody has looked at: errors may hold each other in a circle. Notes it as looked at. */
export function isNew(value: unknown, { visited }: Reading): value is object {
  if (typeof value !== "object" || value === null || visited.includes(value)) return false;
  visited.push(value);
  return true;
}
