import { isSecretName } from "./isSecretName.js";
import { createValueEnd } from "./createValueEnd.js";

/** From its first letter to behind its last one. */
export type Span = readonly [start: number, end: number];

/** `name=`, `a[name]=`, `"name":`, `name =>`: a name is what stands before such a sign, whatever stands before the name. */
const assigned =
  /(?<![\w\u3400-\u9fff-])([\w\u3400-\u9fff-]+)((?:\[[^[\]\s]{0,60}\]){0,9})\]?["'`)】」』”]?\s{0,9}(?::=|={1,3}>?|:>?|\s->\s|→)\s{0,9}(["'`])?/g;
/** `["name", "value"` in a list, where no sign follows either. */
const listed = /(?<=[[(,]\s{0,9})["'`]([\w\u3400-\u9fff-]+)()["'`]\s{0,9},\s{0,9}(?:(["'`])|(?=[-\d]))/g;
/** `"name": "…", "value": "…"` as headers are recorded, and fields in HTML. */
const described =
  /(?<![\w-])(?:name|key|field|header)["'`]?\s{0,9}[=:]\s{0,9}["'`]?([\w\u3400-\u9fff-]+)()["'`]?\s{0,9},?\s{0,9}["'`]?(?:value|content)["'`]?\s{0,9}[=:]\s{0,9}(["'`])?/gi;
/** 密码是… */
const spoken = /((?:[\u3400-\u9fff]|qq){2,9}[是为為])()\s{0,3}(["'`])?(?=[!-~])/gi;
/** 验证码 123456, 令牌「…」 */
const beside =
  /([\u3400-\u9fff]{1,8}[码碼令牌照号號卡])()(?:\s{0,3}(?=[a-z]{0,20}\d)(?=[a-z\d]{4})|(?=[「『“][!-~]))/gi;
/** my password is …, your verification code is … */
const told = /(?<![\w-])((?:[a-z]{2,12}[ _-])?[a-z]{2,12})()\s(?:is|was)\s(["'`])?(?=[!-~]{4})(?=[!-~]{0,20}\d)/gi;
/** --token … */
const option = /(?<=(?<![\w-])--)([\w-]+)()\s{1,3}(?:(["'`])|(?=[!-~]{0,20}\d))/g;
/** A part of a form with several parts. */
const part = /form-data;[^\n]{0,200}?(?<![\w-])name=["']?([\w\u3400-\u9fff[\]-]+)["']?;?\s{1,9}(?=\S)/gi;
const element = /(?<!\w)<(?:[\w-]{1,40}:)?([\w\u3400-\u9fff-]+)(?:\s[^<>]{0,200})?>\s{0,9}/g;

/**
 * Where the values of secret names stand. What one name takes hides no other name: each is found by itself. `isRead` says what
 * reads alike in a layer that was read before.
 */
export function namedSpans(
  text: string,
  mask: string,
  isRead: (start: number, end: number) => boolean,
): readonly Span[] {
  const spans: Span[] = [];
  const isMasked = (start: number): boolean =>
    text
      .slice(start, start + 30)
      .replace(/^[\\"'`]+/, "")
      .startsWith(mask);
  const note = (name: string, start: number, end: number): void => {
    if (end > start && !isMasked(start) && isSecretName(name, text.slice(start, end))) spans.push([start, end]);
  };
  for (const pattern of [assigned, described, spoken, beside, told, option, listed]) {
    const valueEnd = createValueEnd(text);
    for (const { index, 0: head, 1: outer = "", 2: inner = "", 3: quote } of text.matchAll(pattern)) {
      const start = index + head.length;
      const name = secretIn(`${outer.replace(" ", "_")}[${inner}`);
      // a quote is closed by one that is written alike; anything else may end with what only this layer shows
      if (name === undefined || (quote !== undefined && isRead(index, start))) continue;
      const end = pattern === beside && quote === undefined ? wordEnd(text, start) : valueEnd(start, name, quote);
      if (pattern !== listed || isValue(text, start, end, quote)) note(name, start, end);
    }
  }
  for (const [pattern, stop] of [
    [part, /\n--|\s-{4}|$/g],
    [element, /<\/|\n|$/g],
  ] as const) {
    let end = -1;
    for (const { index, 0: head, 1: names = "" } of text.matchAll(pattern)) {
      const start = index + head.length;
      const name = secretIn(names);
      if (name === undefined) continue;
      stop.lastIndex = start;
      if (end < start) end = stop.exec(text)?.index ?? text.length;
      note(name, start, end);
    }
  }
  return spans;
}

function secretIn(names: string): string | undefined {
  return names.split(/[^\w\u3400-\u9fff-]+/).find((name) => isSecretName(name, "x"));
}

/** Where no sign parts them, a value ends with its letters and digits. */
function wordEnd(text: string, start: number): number {
  const close = "」』”"["「『“".indexOf(text.charAt(start))];
  if (close !== undefined) return start + (text.slice(start, start + 300).indexOf(close) + 1 || 300);
  let end = start;
  while (/[!-+\--~]/.test(text.charAt(end)) && end - start < 200) end += 1;
  return end;
}

/** In a list a name may stand behind a name; and what a sign follows is a name itself. */
function isValue(text: string, start: number, end: number, quote: string | undefined): boolean {
  const isName = quote !== undefined && /^.\s{0,9}:/s.test(text.slice(end, end + 11));
  const value = text.slice(start, end);
  // names are words: what has digits or signs is random, and may hold such a word by chance
  return !isName && !(/^[a-z\u3400-\u9fff_-]+$/i.test(value) && isSecretName(value, "x"));
}
