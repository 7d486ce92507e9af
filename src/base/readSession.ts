import { accountIdOf } from "./accountId.js";
import { read, readOwn } from "./safely.js";

/** What an app's server answered of a new session. */
export interface SessionAnswer {
  readonly accountId?: unknown;
  readonly name?: unknown;
  readonly expiresAt?: unknown;
}

/** Servers' envelopes and axios both call what they wrap `data`: a response with an envelope is two of them. */
const deepest = 2;

/**
 * Reads what an exchange or a renewal resolved with, by itself or wrapped, also a `Response` that the app has not read. Undefined: the
 * server said no, though nothing was thrown. `isFailure`: whether a body is one of a vendor's failures.
 */
export async function readSession(
  answer: unknown,
  isFailure: (body: unknown) => boolean,
): Promise<SessionAnswer | undefined> {
  const body = await bodyOf(answer);
  const session = sessionIn(body, 0);
  const isNamed = accountIdOf(session.accountId) !== undefined;
  return !isNamed && (isRefusal(answer) || isRefusal(body) || isFailure(body)) ? undefined : session;
}

async function bodyOf(answer: unknown): Promise<unknown> {
  const isUnread = read(answer, "bodyUsed") === false && typeof read(answer, "clone") === "function";
  return isUnread ? jsonOf(answer as Response).catch(() => undefined) : answer;
}

async function jsonOf(response: Response): Promise<unknown> {
  return response.clone().json();
}

/** As much of a platform's response as is used. */
interface Response {
  clone(): { json(): Promise<unknown> };
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
