import type { Reading } from "../model/Reading.js";

/**
 * Whether this is an object that nobody has looked at: errors may hold each other in a circle, or grow while they are read, so
 * there is an end to looking. Notes it as looked at.
 */
export function isNew(value: unknown, reading: Reading): value is object {
  if (typeof value !== "object" || value === null || reading.budget-- <= 0) return false;
  for (let visit = reading.visited; visit !== undefined; visit = visit.before) if (visit.value === value) return false;
  reading.visited = { value, before: reading.visited };
  return true;
}
