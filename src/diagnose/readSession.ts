import { accountIdOf } from "../base/accountId.js";
import { read, readOwn } from "../base/safely.js";
import { isFailure } from "./unwrap.js";

/** What an app's server answered of a new session. */
export interface SessionAnswer {
  readonly accountId?: unknown;
  readonly name?: unknown;
  readonly expiresAt?: unknown;
}

/** Servers' envelopes and axios both call what they wrap `data`: a response with an envelope is two of them. */
const deepest = 2;

/** Reads what an exchange or a renewal resolved with, by itself or wrapped. Undefined: the server said no, though nothing was thrown. */
export function readSession(answer: unknown): SessionAnswer | undefined {
  const session = innermost(answer, 0);
  return accountIdOf(session.accountId) === undefined && isRefusal(answer) ? undefined : session;
}

function innermost(answer: unknown, depth: number): SessionAnswer {
  const [accountId, expiresAt] = [readOwn(answer, "accountId"), readOwn(answer, "expiresAt")];
  const isHere = accountId !== undefined || expiresAt !== undefined || depth === deepest;
  return isHere
    ? { accountId, expiresAt, name: readOwn(answer, "name") }
    : innermost(readOwn(answer, "data"), depth + 1);
}

/** `fetch`, and axios with `validateStatus`, resolve with a refusal too; and a body that was asked for an account may name an error. */
function isRefusal(answer: unknown): boolean {
  const error = readOwn(answer, "error");
  const isNamed = typeof error === "string" && error !== "";
  const isNo = answer === false || read(answer, "ok") === false || Number(read(answer, "status")) >= 400;
  return isNo || isNamed || isFailure(answer);
}
