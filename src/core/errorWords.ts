import { attempt } from "./attempt.js";
import { read } from "./read.js";

/** What something calls itself and says, and whether it was thrown. */
export type ErrorWords = Readonly<{ name: string; message: unknown; isError: boolean }>;

const thrownTag = /Error|Exception/;
const thrown = /^[\w$.]*(?:Error|Exception)\w*$/;

/**
 * The name and the message of an error, of this realm or another, or of what a library uses for one; undefined without a name.
 * Data may have a name and a message too: an error is called so, by itself or by the platform.
 */
export function errorWords(value: unknown): ErrorWords | undefined {
  const name = read(value, "name");
  if (typeof name !== "string") return attempt(() => value instanceof Error) === true ? nameless(value) : undefined;
  const message = read(value, "message");
  const isNamed = typeof message === "string" && thrown.test(name);
  return { name, message, isError: isNamed || isErrorObject(value) };
}

/** Whether the platform made it as an error: no JSON reads as one. */
export function isErrorObject(value: unknown): boolean {
  return thrownTag.test(attempt(() => Object.prototype.toString.call(value)) ?? "");
}

function nameless(value: unknown): ErrorWords {
  return { name: "Error", message: read(value, "message"), isError: true };
}
