import { ownOption } from "../base/safely.js";
import type { TencentFailure } from "../model/Diagnosis.js";
import { isHarmless, mask } from "./isHarmless.js";
import { cleanText } from "./sanitizeText.js";

type Text = "dialect" | "catalog" | "subcode" | "serverMessage" | "serverDate" | "method" | "path" | "requestId";

/** How each kind of text is rid of its secrets. */
type Steps = Readonly<Record<"text" | "date" | "path" | "id", (text: string) => string>>;

/** How long each text may be, and of what kind it is. */
export const texts: Readonly<Record<Text, readonly [limit: number, kind: keyof Steps]>> = {
  dialect: [40, "text"],
  catalog: [40, "text"],
  subcode: [80, "text"],
  serverMessage: [300, "text"],
  serverDate: [40, "date"],
  method: [16, "text"],
  path: [300, "path"],
  requestId: [80, "id"],
};

const masks: Steps = { text: maskText, date: maskDate, path: maskPath, id: maskId };

/** What a masked failure was read from, for a report. No copy, JSON or console carries it. */
const originals = /* @__PURE__ */ new WeakMap<object, TencentFailure>();

/**
 * A failure whose texts are plain and short, and whole or not there at all: what is in doubt is masked from end to end. The same
 * one when there is none. For a report, `redactFailure` takes out the secrets alone.
 */
export function maskFailure(failure: TencentFailure): TencentFailure {
  const safe = cleanFailure(failure, masks);
  if (safe !== failure) originals.set(safe, failure);
  return safe;
}

/** What a masked failure was read from; else itself. It may hold secrets. */
export function originalOf<Failure extends object>(failure: Failure): Failure | TencentFailure {
  return originals.get(failure) ?? failure;
}

const word = /^[a-z]*$/i;

/** A frozen failure with every text cleaned, plain and short. The same one when all were. */
export function cleanFailure(failure: TencentFailure, steps: Steps): TencentFailure {
  let safe = failure;
  for (const key in failure) {
    if (!Object.hasOwn(texts, key)) continue;
    const text = ownOption(failure, key as Text) ?? "";
    if (text.length < 20 && word.test(text)) continue;
    const [limit, kind] = texts[key as Text];
    const cleaned = cleanText(text, limit, steps[kind]);
    if (cleaned !== text) safe = { ...safe, [key]: cleaned };
  }
  return Object.freeze(safe);
}

function maskText(text: string): string {
  return isHarmless(text) ? text : mask;
}

/** A date of HTTP has four digits and colons. */
function maskDate(text: string): string {
  return /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/.test(text) ? text : maskText(text);
}

/** The name of a call or a page, however long, and a number that is too short for a person's. */
const words = /^(?:[a-z]+\d{0,3}|\d{1,6})?(?:[_.-](?:[a-z]+\d{0,3}|\d{1,4}))*$/i;

/** Whether a part of a path is said by words. */
export function isWordy(part: string): boolean {
  return words.test(part) && part.replace(/\D/g, "").length < 7;
}

function maskPath(path: string): string {
  return path.replace(/[^/]+/g, (part) => (isWordy(part) ? part : mask));
}

/** How services write the number of a call: as UUID, and as W3C's trace context, in small letters. */
const callIds = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?:00-)?[\da-f]{32}(?:-[\da-f]{16}-[\da-f]{2})?)$/;
/** QQ's openid and tokens, WeChat's openid, what is longer than any number of a call, and what begins like a secret. */
const tokens = /[\dA-F]{32}|(?<![A-Za-z\d])o[\w-]{27}(?![\w-])|.{65}|(?<![A-Za-z\d])(?:eyJ|AKID)/;
/** Numbers of phones, cards and persons. */
const identities =
  /qq\d|(?<!\d)(?:0\d{2,3}-?\d{3}|(?:00)?861|1[3-9]\d(?:[_-]?\d{4}){2}(?!\d)|1[3-9]\d-\d{3}-|\d{3}-\d\d-\d{4}|(?:\d-?){14})/i;

/** Whether it is a number of a call and nothing else. */
export function isCallId(id: string): boolean {
  return callIds.test(id) || (!tokens.test(id) && !identities.test(id) && /^(?:Root=)?[\w-]+={0,2}$/.test(id));
}

function maskId(id: string): string {
  return isCallId(id) ? id : mask;
}

/** Whether an id could be a token, by its look. */
export function isTokenLike(id: string): boolean {
  return tokens.test(id);
}
