import { read } from "../base/safely.js";
import type { Reauth } from "./Reauth.js";
import type { CallMarks } from "./TrackedCall.js";
import type { CallMark } from "../model/ReauthSnapshot.js";

/** Where no page is there, nothing is remembered of a call. */
export const noMark: CallMark = { epoch: 0, session: 0, accountId: undefined };

const maxAnswered = 500;

/** The marks of one client's calls. */
export function createCallMarks(begin: Reauth["mark"]): CallMarks {
  const answered = new Set<string>();
  return {
    mark(isChange, key) {
      const mark = begin();
      const { isByPerson, isBackground = key !== undefined && answered.has(key) } = mark;
      return { ...mark, isChange, isBackground: isBackground && isByPerson !== true };
    },
    noteAnswer(key) {
      if (key !== undefined && answered.size < maxAnswered) answered.add(key);
    },
  };
}

let isAgain: boolean | undefined;

/** Says of the calls that begin in this task whether they do again what was done already, as a refetch and a retry do. */
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
