import { isList, isObject, keysOf, read } from "../base/safely.js";
import { echo } from "./handedOver.js";
import { good } from "./interpret.js";
import { readText } from "./readText.js";

/** Whether a number or a text says that it went well. */
export function isGood(word: string): boolean {
  return good.test(word) || yes.test(word);
}

const yes = /^(?:0+|2\d\d|20+|true)$|^(?!.*(?:un|not |[不未没沒])(?:成功|succe)).*(?:成功|succe)/i;

const successKey = /^(?:is_?)?(?:success(?:ful)?|ok)$/i;
const failureKey = /^(?:(?:is|has)_?)?(?:fail(?:ed|ure)|error)$/i;

/** What a field says outright of its whole answer: `isSuccess: false`, `success: 0`, `failed: true`. */
export function saidBy(key: string, field: unknown): boolean | undefined {
  const word = wordOf(field).toLowerCase();
  const isYes = word === "true" || word === "1";
  if (failureKey.test(key)) return isYes ? false : undefined;
  if (!successKey.test(key)) return undefined;
  return isYes || (word === "false" || word === "0" ? false : undefined);
}

function wordOf(field: unknown): string {
  return typeof field === "string" || typeof field === "number" || typeof field === "boolean" ? String(field) : "";
}

/** Where an envelope keeps its own number or word, and its text for people. */
const wordKey = /^(?:\w*code|err\w*no|ret|stat(?:us|e)|result|success|ok)$/i;
const textKey = /(?:msg|message|info|reason)$/i;

/**
 * Whether an answer says of itself that the call failed. What has an id is a record, which tells of something else. A number of one digit,
 * a status and most words may be data, or a success, unless a text stands beside.
 */
export function isRefusal(value: object, isFailure: boolean): boolean {
  let [isSure, isLikely, isTold] = [isFailure, false, false];
  for (const key of keysOf(value).slice(0, 40)) {
    if (key === "id") return false;
    const isWord = wordKey.test(key);
    const isText = textKey.test(key);
    if (!(isWord || isText || successKey.test(key) || failureKey.test(key))) continue;
    const field = read(value, key);
    const word = wordOf(field);
    const said = saidBy(key, field);
    isSure ||= said === false;
    if (said === false || word === "" || !(said ?? (isWord || isText))) continue;
    if (said === true || (field !== false && isGood(word))) return false;
    isTold ||= isText;
    isLikely ||= isWord;
    isSure ||= isWord && (/^(?:err|fail|false)/i.test(word) || (/^-?\d\d/.test(word) && !/^stat/i.test(key)));
  }
  return isSure || (isLikely && isTold);
}

/** What an answer holds that may be another service's: objects, and texts that may be one. What was sent is no answer. */
export function heldIn(value: object): readonly (object | string)[] {
  const held: (object | string)[] = [];
  for (const key of keysOf(value).slice(0, 40)) {
    const field = read(value, key);
    const isHeld = typeof field === "string" ? /[{(]/.test(field) : isObject(field);
    if (isHeld && !echo.test(key)) held.push(field as object | string);
  }
  return held;
}

/** The objects among them, and those that the texts are. A list is data. */
export function refusedParts(held: readonly (object | string)[]): object[] {
  return held.flatMap((each) => {
    const text = typeof each === "string" ? readText(each, true) : undefined;
    const part = text === undefined ? each : text.isLoose === true || text.kind !== "body" ? undefined : text.body;
    return isObject(part) && !isList(part) ? [part] : [];
  });
}
