import { readOwn } from "./safely.js";

/** An account's id as text. Undefined for what names no one account: nothing, an object, a number that JavaScript has rounded. */
export function accountIdOf(id: unknown): string | undefined {
  if (typeof id === "string" && id !== "") return id;
  return Number.isSafeInteger(id) ? String(id) : undefined;
}

/** Servers' envelopes and axios both call what they wrap `data`: a response with an envelope is two of them. */
const deepest = 2;

/** The account that an exchange answered with, by itself or wrapped. */
export function accountIdIn(result: unknown, depth = 0): string | undefined {
  const id = accountIdOf(readOwn(result, "accountId"));
  return id !== undefined || depth === deepest ? id : accountIdIn(readOwn(result, "data"), depth + 1);
}
