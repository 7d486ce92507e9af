import type { Reading } from "../model/Reading.js";
import { libraryFailure } from "./libraryFailure.js";
import { read } from "./read.js";
import { transportOf, type Transport } from "./transportOf.js";

/** A request of the browser's that got no answer has status 0, and may say why. */
export function unanswered(value: object, reading: Reading): Transport | undefined {
  if (!reading.isUnanswered) return undefined;
  const text = String(read(value, "statusText"));
  return text === "abort"
    ? "aborted"
    : (transportOf({ name: "", message: text, isError: true }, undefined) ?? "network");
}

/** A mini-program's words in an error. */
export function miniProgramFailure(error: object): Transport | undefined {
  const failure = libraryFailure(error, undefined);
  return failure === "thrown" ? undefined : failure;
}
