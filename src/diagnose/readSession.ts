import { accountIdOf } from "../base/accountId.js";
import { attempt, read, readOwn } from "../base/safely.js";
import { isGood } from "./refusal.js";
import { isFailure } from "./unwrap.js";
import type { SessionAnswer } from "../model/ReauthFlow.js";

/** Servers' envelopes and axios both call what they wrap `data`: a response with an envelope is two of them. */
const deepest = 2;

/**
 * Reads what an exchange or a renewal resolved with, by itself or wrapped, also a `Response` that the app has not read. Undefined: the
 * server said no, though nothing was thrown.
 */
export async function readSession(answer: unknown): Promise<SessionAnswer | undefined> {
  const body = await bodyOf(answer);
  const session = sessionIn(body, 0);
  const isNamed = accountIdOf(session.accountId) !== undefined;
  const isNo = body === false || isRefusal(answer, 0) || isRefusal(body, 0);
  return !isNamed && (isNo || isFailure(body)) ? undefined : session;
}

/** By which field an answer names a person that it does not name by `accountId`. */
export function otherName(answer: unknown, depth = 0): string | undefined {
  const name = attempt(() =>
    Object.keys(answer as object).find((key) => /^(?:open_?|union_?|user_?|u)id$|^user$/i.test(key)),
  );
  return name ?? (depth < deepest ? otherName(readOwn(answer, "data"), depth + 1) : undefined);
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

/** Whether what a change resolved with says that it was refused, as envelopes do with HTTP 200. */
export function isRefused(answer: unknown): boolean {
  return isRefusal(answer, 0) || isFailure(answer);
}

/** What says nothing of itself, as a response does, is looked into. */
function isRefusal(answer: unknown, depth: number): boolean {
  const isYes = saysYes(answer);
  return isYes === undefined ? depth < deepest && isRefusal(readOwn(answer, "data"), depth + 1) : !isYes;
}

const problemKeys = ["errno", "errcode", "errCode", "errorCode", "error_code"];
const numberKeys = [...problemKeys, "code", "ret", "retcode"];
const textKeys = ["message", "msg", "errmsg", "errMsg", "errorMessage", "detail"];

/**
 * Whether an answer says of itself that a session was opened. Undefined: it doesn't say. Nothing but a session was asked for, so a
 * number beside a text are read as a refusal here, which in other answers may be anything.
 */
function saysYes(answer: unknown): boolean | undefined {
  const first = (keys: readonly string[]): unknown =>
    keys.map((key) => readOwn(answer, key)).find((value) => value !== undefined && value !== null);
  const word = first(["success", "ok"]) ?? read(answer, "ok");
  // `fetch`, and axios with `validateStatus`, resolve with a refusal too
  const status = first(["statusCode"]) ?? read(answer, "status");
  const isNo = word === false || Number(status) >= 400 || /^(?:error|fail)/i.test(wordOf(status));
  if (isNo || isTelling(first(["error"])) || isTelling(first(["errors"]))) return false;
  const code = first(numberKeys);
  if (word === true || code === true || (code !== undefined && isGood(wordOf(code)))) return true;
  const isTold = isTelling(first(textKeys));
  if (code === undefined) return isTold && hasNothingElse(answer) ? false : undefined;
  const isSure = (isTold && !isTelling(first(["data"]))) || /^[45]\d\d(\d\d)?$/.test(wordOf(code));
  return isSure || first(problemKeys) !== undefined ? false : undefined;
}

/** A problem's own fields (RFC 9457), or the one that frameworks write in their place. */
function hasNothingElse(answer: unknown): boolean {
  return (
    attempt(() => Object.keys(answer as object).every((key) => /^(?:detail|type|title|instance)$/.test(key))) === true
  );
}

function wordOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "?";
}

/** Whether there is something in it that is no good word. */
function isTelling(value: unknown): boolean {
  if (typeof value === "object") return attempt(() => Object.keys(value as object).length > 0) === true;
  return value !== undefined && value !== false && !isGood(wordOf(value));
}
