import { attempt, parseCode, read, readOnce, readString } from "../base/safely.js";
import type { Match } from "./matchDialect.js";
import type { Reading } from "./Reading.js";
import { hasFailed } from "./trail.js";

/** What an answer says in its own dialect. `unclear`: neither a known failure nor a known success. */
export interface Interpretation {
  readonly dialect: string;
  readonly code: number | null;
  /** What the number's place holds as a number, also one that is no code. */
  readonly number: number;
  readonly outcome: "failure" | "success" | "unclear";
  readonly message?: string | undefined;
  readonly subcode?: string | undefined;
}

/** Words that say that nothing failed, where others write a number. */
export const good: RegExp =
  /^\s*(?:ok|okay|success|succeeded|successful|none|no|no[_ ]errors?|null|nil|undefined|false|n\/a|无|(?:操作)?成功)?\s*$/i;

/** Reads the number, the words and the outcome off a reading. A doubtful number is no number. */
export function interpret(reading: Reading, isFailed = false): Interpretation {
  const { body } = reading;
  const { kind, match } = reading.found;
  if (kind === "redirect" || kind === "form") return interpretForm(reading, kind);
  if (kind === "timeout" || (kind === "aborted" && isFailed)) return { ...silent("network"), subcode: "timeout" };
  if (kind === "aborted") return { ...silent("cancelled"), subcode: kind };
  if (kind !== "body" && kind !== "pageText") return silent(kind);
  if (match === undefined) return { ...silent("unknown"), outcome: "unclear" };
  const { name, messageKey, subcodeKey, isErrorKey, subcodeInMessage, numbers } = match.dialect;
  const code = parseCode(match.value);
  const get = (key: string): unknown => (key === "" ? undefined : readOnce(body, key, match.seen));
  const message = get(messageKey) ?? (numbers === "relayed" ? get("msg") : undefined);
  // OAuth's standard errors are words, and any service may write some: without a number it is no dialect of Tencent's
  const isWord = isErrorKey === true && code === null;
  const text = typeof message === "string" ? message : undefined;
  const subcode = readWord(isWord ? match.value : get(subcodeKey));
  return {
    dialect: isWord ? "unknown" : kind === "pageText" ? kind : name,
    code,
    number: readNumber(match.value, reading),
    outcome: decideOutcome(match, code, reading),
    message: text,
    subcode: subcode ?? (subcodeInMessage === true ? readHex(text) : undefined),
  };
}

/** What it lacks is written down, since a page may have planted it on every object's prototype. */
function silent(dialect: string): Interpretation {
  return { dialect, code: null, number: Number.NaN, outcome: "failure", message: undefined, subcode: undefined };
}

/** An error that is an object may keep its number in there. What was thrown needs none, and what is its own `error` was read. */
function readNumber(value: unknown, { body, trail }: Reading): number {
  const number = typeof value === "object" && value !== body && !hasFailed(trail) ? read(value, "code") : value;
  return typeof number === "number" || typeof number === "string" || typeof number === "bigint"
    ? Number(number)
    : Number.NaN;
}

/** Zero, a blank and `error: false` mean that nothing failed, and so does `ret: true`. A good word says neither. */
function decideOutcome({ dialect, value }: Match, code: number | null, { trail }: Reading): Interpretation["outcome"] {
  if (code === 0 || value === null || value === "" || value === (dialect.isErrorKey !== true))
    return trail.says === false ? "failure" : "success";
  if (dialect.trustsSuccess === true && trail.says === true) return "success";
  if (typeof value === "object" && isHollow(value)) return "unclear";
  return typeof value === "string" && code === null && good.test(value) ? "unclear" : "failure";
}

/** `[]` and `{}` are how apps write that there is no error. */
function isHollow(value: object): boolean {
  const isData = (): boolean => {
    const kind: unknown = Object.getPrototypeOf(value);
    return (Array.isArray(value) || kind === Object.prototype || kind === null) && Object.keys(value).length === 0;
  };
  return attempt(isData) === true;
}

const oauth = { name: "oauth", codeKey: "error", messageKey: "error_description" };

/** Query or form: an `error`, a cancel, or a numeric `code` that comes with a `msg`. A `code` alone is an authorization code. */
function interpretForm(reading: Reading, kind: "redirect" | "form"): Interpretation {
  const { body } = reading;
  const { match } = reading.found;
  const cancel = readString(body, "usercancel");
  if (cancel !== undefined && cancel !== "0") return { ...silent("redirect"), subcode: "usercancel" };
  const error = readString(body, "error");
  // pages and addresses say it as OAuth does
  const { name, codeKey, messageKey } = (error === undefined ? match : undefined)?.dialect ?? oauth;
  const message = readString(body, messageKey) || readString(body, "msg") || undefined;
  const value = readString(body, codeKey) ?? (message === undefined ? undefined : readString(body, "code"));
  const code = parseCode(value);
  const dialect = kind === "redirect" ? kind : name;
  if (code === null && !error) return { ...silent(dialect), outcome: "success" };
  return {
    dialect,
    code,
    number: readNumber(value, reading),
    outcome: code === 0 ? "success" : "failure",
    message,
    subcode: code === null ? readWord(error) : readHex(message),
  };
}

function readWord(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The numbers of the back end that some messages carry: `0x71f 0x5b`. */
function readHex(message: string | undefined): string | undefined {
  if (message?.includes("0x") !== true) return undefined;
  return /0x[\da-f]+(?:\s+0x[\da-f]+)*/i.exec(message.slice(0, 300))?.[0].replace(/\s+/g, " ");
}
