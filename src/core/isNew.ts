import type { Reading } from "../model/Reading.js";

/** Whether this is an object that nobody has looked at: errors may hold each other in a circle. Notes it as looked at. */
export function isNew(value: unknown, reading: Reading): value is object {
  if (typeof value !== "object" || value === null) return false;
  for (let visit = reading.visited; visit !== undefined; visit = visit.before) if (visit.value === value) return false;
  reading.visited = { value, before: reading.visited };
  return true;
}
