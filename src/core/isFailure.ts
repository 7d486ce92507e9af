import type { DiagnoseOptions } from "./diagnose.js";
import { isSure } from "./answerOf.js";
import { examine } from "./examine.js";

/**
 * Whether an answer is a failure wherever it came from. False for `ret: 0`, `error: 0`, tokens and plain data, also when a message
 * is filled, and for what good answers look like too, such as `{ code: 20000, message }`: `unwrap` with the response knows more. Total.
 */
export function isFailure(raw: unknown, options: DiagnoseOptions = {}): boolean {
  return isSure(examine(raw, options));
}
