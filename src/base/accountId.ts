import { read, readOwn } from "./safely.js";

/** An account's id as text. Undefined for what names no one account: nothing, an object, a number that JavaScript has rounded. */
export function accountIdOf(id: unknown): string | undefined {
  if (typeof id === "string" && id !== "") return id;
  return Number.isSafeInteger(id) ? String(id) : undefined;
}

/** What an app's server answered of a new session. */
export interface SessionAnswer {
  readonly accountId?: unknown;
  readonly name?: unknown;
  readonly expiresAt?: unknown;
}

/** Servers' envelopes and axios both call what they wrap `data`: a response with an envelope is two of them. */
const deepest = 2;

/**
 * Reads what an exchange or a renewal resolved with, by itself or wrapped. Undefined: the server said no, though nothing was thrown.
 * `isFailure`: whether a body is one of a vendor's failures.
 */
export function readSession(answer: unknown, isFailure: (body: unknown) => boolean): SessionAnswer | undefined {
  const session = sessionIn(answer, 0);
  return accountIdOf(session.accountId) === undefined && (isRefusal(answer) || isFailure(answer)) ? undefined : session;
}

function sessionIn(answer: unknown, depth: number): SessionAnswer {
  const [accountId, expiresAt] = [readOwn(answer, "accountId"), readOwn(answer, "expiresAt")];
  const isHere = accountId !== undefined || expiresAt !== undefined || depth === deepest;
  return isHere
    ? { accountId, expiresAt, name: readOwn(answer, "name") }
    : sessionIn(readOwn(answer, "data"), depth + 1);
}

/** `fetch`, and axios with `validateStatus`, resolve with a refusal too; and a body that was asked for an account may name an error. */
function isRefusal(answer: unknown): boolean {
  const error = readOwn(answer, "error");
  const isNamed = typeof error === "string" && error !== "";
  return answer === false || isNamed || read(answer, "ok") === false || Number(read(answer, "status")) >= 400;
}
