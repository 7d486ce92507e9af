import type { DiagnoseOptions } from "./diagnose.js";
import { examine } from "./examine.js";

/** Whether an answer is a failure. False for `ret: 0`, `error: 0`, tokens and plain data, also when a message is filled. Total. */
export function isFailure(raw: unknown, options: DiagnoseOptions = {}): boolean {
  return examine(raw, options).outcome === "failure";
}
