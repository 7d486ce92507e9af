import { read } from "../base/safely.js";
import type { CallMark } from "./Reauth.js";

let isAgain: boolean | undefined;

/** Says of the calls that begin in this task whether they read again what is there already. */
export function noteBackground(isBackground: boolean): void {
  if (isAgain === undefined) queueMicrotask(() => (isAgain = undefined));
  isAgain = isBackground;
}

/** What makes the calls begin that begin now, as their marks say it. */
export function callOrigin(): Pick<CallMark, "isByPerson" | "isBackground"> {
  return { isByPerson: isByPerson(), isBackground: isAgain };
}

/** Whether this runs at a click, a key press or the like, and not at a timer's or a network's time. */
export function isByPerson(): boolean {
  const type = read(read(globalThis, "event"), "type");
  return typeof type === "string" && /^(?:click|submit|key|pointer|mouse|touch|drop|input|change)/.test(type);
}
