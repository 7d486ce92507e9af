import { readOwn } from "./safely.js";

/** An account's id as text. Undefined for what names no one account: nothing, an object, a number that JavaScript has rounded. */
export function accountIdOf(id: unknown): string | undefined {
  if (typeof id === "string" && id !== "") return id;
  return Number.isSafeInteger(id) ? String(id) : undefined;
}

/** Servers' envelopes and axios both call what they wrap `data`: a response with an envelope is two of them. */
const deepest = 2;

/** The account that an exchange answered with, by itself or wrapped. */
export function accountIdIn(result: unknown): string | undefined {
  return accountIdOf(whoIn(result, "accountId"));
}

/** The name beside it. */
export function nameIn(result: unknown): string | undefined {
  const name = whoIn(result, "name");
  return typeof name === "string" ? name : undefined;
}

/** A field of the innermost answer that names an account. */
function whoIn(result: unknown, field: "accountId" | "name", depth = 0): unknown {
  const isHere = accountIdOf(readOwn(result, "accountId")) !== undefined;
  return isHere || depth === deepest ? readOwn(result, field) : whoIn(readOwn(result, "data"), field, depth + 1);
}
