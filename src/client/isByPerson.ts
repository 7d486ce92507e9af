import { read } from "../core/read.js";

/** Whether this runs at a click, a key press or the like, and not at a timer's or a network's time. */
export function isByPerson(): boolean {
  const type = read(read(globalThis, "event"), "type");
  return typeof type === "string" && /^(?:click|submit|key|pointer|mouse|touch|drop|input|change)/.test(type);
}
