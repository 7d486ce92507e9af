import type { TencentFailure } from "../model/Diagnosis.js";
import { maskPairs } from "./maskPairs.js";
import { redact } from "./redact.js";

/** A failure whose texts hold no secrets, for wherever it may be printed. */
export function safeFailure(failure: TencentFailure): TencentFailure {
  const { subcode, serverMessage, path, requestId } = failure;
  return Object.freeze({
    ...failure,
    ...(subcode !== undefined && { subcode: redact(subcode) }),
    ...(serverMessage !== undefined && { serverMessage: redact(serverMessage) }),
    ...(path !== undefined && { path: safePath(path) }),
    // an id looks as random as a secret, and the vendor needs it
    ...(requestId !== undefined && { requestId: maskPairs(requestId, "[redacted]") }),
  });
}

/** A path that is made of words is the call's name, however long. */
const words = /^[a-z]+\d{0,3}(?:[_.-][a-z]*\d{0,3})*$/i;

function safePath(path: string): string {
  return path
    .split("/")
    .map((part) => (words.test(part) ? part : redact(part)))
    .join("/");
}
