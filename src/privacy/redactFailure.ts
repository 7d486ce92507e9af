import { attempt } from "../base/safely.js";
import type { TencentFailure } from "../model/Diagnosis.js";
import { mask, maskSecrets } from "./maskSecrets.js";
import { redactText } from "./sanitizeText.js";

type Text = "dialect" | "catalog" | "subcode" | "serverMessage" | "serverDate" | "method" | "path" | "requestId";

/** How long each text may be, and what takes its secrets out. */
const texts: readonly (readonly [key: Text, limit: number, clean?: (text: string) => string])[] = [
  ["dialect", 40],
  ["catalog", 40],
  ["subcode", 80],
  ["serverMessage", 300],
  ["serverDate", 40],
  ["method", 16],
  ["path", 300, safePath],
  ["requestId", 80, safeId],
];

const word = /^[a-z]*$/i;

/** A failure whose texts are plain, short and hold no secrets, for wherever it may be printed. The same one when they are. */
export function redactFailure(failure: TencentFailure): TencentFailure {
  let safe = failure;
  for (const [key, limit, clean] of texts) {
    const text = Object.hasOwn(failure, key) ? failure[key] : undefined;
    if (text === undefined || (text.length < 20 && word.test(text))) continue;
    const cleaned = redactText(text, limit, clean);
    if (cleaned !== text) safe = { ...safe, [key]: cleaned };
  }
  return Object.freeze(safe);
}

/** Most paths are these: words, and the numbers of versions. */
const wordyPath = /^(?:\/[a-z]+\d{0,2}(?:[_.-][a-z]+\d{0,2})*)*\/?$/i;
/** The name of a call or a page, however long. */
const words = /^(?:[a-z]+\d{0,3}|\d{1,4})?(?:[_.-](?:[a-z]+\d{0,3}|\d{1,4}))*$/i;
/** As long as a number of an account, or as long and mixed as a token. */
const identity = /\d{7}|^(?=.*\d)(?=.*[a-z]).{16,}$/i;

/** What names a person or a thing in a path is left out whole; words stay. */
function safePath(path: string): string {
  return wordyPath.test(path) ? path : path.split("/").map(safePart).join("/");
}

function safePart(part: string): string {
  if (words.test(part) && part.replace(/\D/g, "").length < 7) return part;
  const masked = maskSecrets(part);
  const left = masked.replaceAll(mask, "");
  return identity.test(attempt(() => decodeURIComponent(left)) ?? left) ? mask : masked;
}

/** How services write the number of a call: as UUID, and as W3C's trace context, in small letters. */
const callIds = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?:00-)?[\da-f]{32}(?:-[\da-f]{16}-[\da-f]{2})?)$/;
/** QQ's openid and tokens, WeChat's openid, and what is longer than any number of a call. */
const tokens = /[\dA-F]{32}|(?<![A-Za-z\d])o[\w-]{27}(?![\w-])|.{65}/;

/** An id looks as random as a secret, and the vendor needs it. */
function safeId(id: string): string {
  const bare = id.replace(/=+$/, "");
  return callIds.test(id) || (!tokens.test(id) && maskSecrets(bare, true) === bare) ? id : mask;
}
