import { accountIdOf } from "../base/accountId.js";
import { asText, attempt, keysOf, read, readOwn } from "../base/safely.js";
import { isGood, saidBy } from "./refusal.js";
import { isFailure } from "./diagnose.js";
import type { SessionAnswer } from "../model/ReauthFlow.js";

/** Servers' envelopes and axios both call what they wrap `data`: a response with an envelope is two of them. */
const deepest = 2;

/** An answer and what it wraps. */
function levelsOf(answer: unknown): readonly [unknown, unknown, unknown] {
  const data = readOwn(answer, "data");
  return [answer, data, readOwn(data, "data")];
}

/**
 * Reads what an exchange or a renewal resolved with, by itself or wrapped, also a `Response` that the app has not read. Undefined: the
 * server said no, though nothing was thrown.
 */
export async function readSession(answer: unknown): Promise<SessionAnswer | undefined> {
  const body = await bodyOf(answer);
  const session = sessionIn(body);
  const isNamed = accountIdOf(session.accountId) !== undefined;
  const isNo = body === false || isRefusal(answer) || isRefusal(body);
  const isRefusedOutright = levelsOf(answer).some(isDenied);
  return isRefusedOutright || (!isNamed && (isNo || isFailure(body))) ? undefined : { ...session, ids: idsIn(body) };
}

/** Whether an answer says outright that it failed, which counts more than an account beside it. */
function isDenied(answer: unknown): boolean {
  return keysOf(answer).some((key) => saidBy(key, readOwn(answer, key)) === false);
}

/** Fields that name a person, those that hold one, and what a person has. */
const idKey = /^(?:(?:open|union|user|member|u)_?id|account_id|uin|sub|user(?:_?name)?)$/i;
const holderKey = /^(?:data|result|(?:user|member|account)(?:_?info)?|profile)$/i;
const personKey = /^(?:nick_?name|avatar|user_?name)/i;

/** By which field an answer names a person that it does not name by `accountId`. */
export function otherName(answer: unknown): string | undefined {
  return levelsOf(answer)
    .flatMap(keysOf)
    .find((key) => idKey.test(key));
}

/** All ids by which an answer names a person, whatever they are of. A bare `id` is one beside a name or a picture, or in what holds a person. */
function idsIn(answer: unknown, isHolder = false, depth = 0): readonly string[] {
  const keys = keysOf(answer).slice(0, 40);
  const isPerson = isHolder || keys.some((key) => personKey.test(key));
  return keys.flatMap((key) => {
    const value = read(answer, key);
    if (typeof value === "object" && holderKey.test(key) && depth <= deepest)
      return idsIn(value, !/^(?:data|result)$/i.test(key), depth + 1);
    return idKey.test(key) || (isPerson && key === "id") ? (accountIdOf(value) ?? []) : [];
  });
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

function sessionIn(answer: unknown): SessionAnswer {
  const levels = levelsOf(answer);
  const isHere = (level: unknown): boolean => [readOwn(level, "accountId"), readOwn(level, "expiresAt")].some(isGiven);
  const level = levels.find(isHere) ?? levels[2];
  return {
    accountId: readOwn(level, "accountId"),
    expiresAt: readOwn(level, "expiresAt"),
    name: readOwn(level, "name"),
  };
}

/** Whether what a change resolved with says that it was refused, as envelopes do with HTTP 200. */
export function isRefused(answer: unknown): boolean {
  return isRefusal(answer) || isFailure(answer);
}

/** What says nothing of itself, as a response does, is looked into. */
function isRefusal(answer: unknown): boolean {
  return levelsOf(answer).map(saysYes).find(isGiven) === false;
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
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
  const isStated = [status, readOwn(answer, "result")].some((each) => /^(?:error|fail)/i.test(wordOf(each)));
  const isNo = word === false || Number(asText(status)) >= 400 || isStated || isDenied(answer);
  if (isNo || isTelling(first(["error"])) || isTelling(first(["errors"]))) return false;
  const code = first(numberKeys);
  if (word === true || word === 1 || code === true || (code !== undefined && isGood(wordOf(code)))) return true;
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
