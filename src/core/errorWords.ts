import { attempt } from "./attempt.js";
import { read } from "./read.js";

/** What something calls itself and says, and whether somebody threw it. */
export type ErrorWords = Readonly<{ name: string; message: unknown; isError: boolean }>;

const thrown = /Error|Exception/;

/**
 * The name and the message of an error, of this realm or another, or of what a library uses for one; undefined without a name.
 * Data may have a name and a message too: an error is called so, by itself or by the platform.
 */
export function errorWords(value: unknown): ErrorWords | undefined {
  const name = read(value, "name");
  if (typeof name !== "string") return undefined;
  const message = read(value, "message");
  const isError = typeof message === "string" && (thrown.test(name) || thrown.test(attempt(() => tagOf(value)) ?? ""));
  return { name, message, isError };
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}
