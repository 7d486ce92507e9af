import { read } from "../base/safely.js";
import { callsIn, isDone, isOfDataLayer } from "./failedCalls.js";

/** Whether every call of an input has data and none is under way. False where the input has no data to check. */
export function isAnswered(input: unknown): boolean {
  return callsIn(input).every(isDone);
}

/** Whether an input is a change, such as a mutation: what offers to send one and nothing to read again. */
export function isChange(input: unknown): boolean {
  return isOfDataLayer(input) && callsIn(input)[0]?.key === undefined && typeof read(input, "mutate") === "function";
}

/** The errors whose calls were sent again after a sign-in: each once, whichever notice or hook of a page saw it. */
export const resent: WeakSet<object> = /* @__PURE__ */ new WeakSet();
