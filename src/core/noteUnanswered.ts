import type { Reading } from "../model/Reading.js";
import { libraryFailure } from "./libraryFailure.js";
import { read } from "./read.js";
import { transportOf, type Transport } from "./transportOf.js";

/** Notes that a request of the browser's got no answer: it has status 0, and may say why. */
export function noteUnanswered(value: object, reading: Reading): boolean {
  if (!reading.isUnanswered) return false;
  const text = String(read(value, "statusText"));
  const told = transportOf({ name: "", message: text, isError: true }, undefined) ?? "network";
  reading.kind = text === "abort" ? "aborted" : told;
  return true;
}

/** A mini-program's words in an error. */
export function miniProgramFailure(error: object): Transport | undefined {
  const failure = libraryFailure(error, undefined);
  return failure === "thrown" ? undefined : failure;
}
