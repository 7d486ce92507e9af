import { read } from "../base/safely.js";

let isAgain: boolean | undefined;

/** Says of the calls that begin in this task whether they read again what is there already. */
export function noteBackground(isBackground: boolean): void {
  if (isAgain === undefined) queueMicrotask(() => (isAgain = undefined));
  isAgain = isBackground;
}

/** What was said of this task. */
export function isBackground(): boolean | undefined {
  return isAgain;
}

/** Whether this runs at a click, a key press or the like, and not at a timer's or a network's time. */
export function isByPerson(): boolean {
  const type = read(read(globalThis, "event"), "type");
  return typeof type === "string" && /^(?:click|submit|key|pointer|mouse|touch|drop|input|change)/.test(type);
}
