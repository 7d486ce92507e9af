import { attempt } from "../base/safely.js";

/** Longer texts are no failures that were written by hand: only their head is looked at. */
const parseLimit = 262_144;
const headLimit = 4096;
/** How far in a script's callback begins. */
const callLimit = 160;
/** What stands before a script's call, and nothing else: a call in the midst of a text is quoted. */
const callHead =
  /^;?\s*(?:\/\*\*\/\s*)?(?:(?:typeof\s+)?[\w$.]+(?:\s*[!=]==?\s*["']\w+["'])?\s*&&\s*)?[\w$][\w$.]*(?:\[["'][\w$.]+["']\])?\s*\($/;

/** What an answer is when that says more than its fields: a page, a redirect, no answer at all. */
export type AnswerKind =
  "body" | "form" | "redirect" | "pageText" | "gateway" | "network" | "timeout" | "cancelled" | "aborted";

/** What a text is, and what it holds. */
export interface TextReading {
  readonly kind: AnswerKind;
  readonly body?: unknown;
  readonly isBlank?: true;
  /** Only some fields were legible. */
  readonly isElided?: true | undefined;
  /** A person may have written it. */
  readonly isLoose?: boolean;
  /** Whether it is a script's call. Undefined for all that has no call in it. */
  readonly isCallback?: boolean;
  /** The status in a page's title. */
  readonly pageStatus?: number | undefined;
}

const nothing: TextReading = { kind: "body" };

/**
 * Reads text of any shape: JSON, JSONP, form, address, a page's sentence, HTML. Never evaluates it. A sentence is read where
 * nothing is around it.
 */
export function readText(text: string, isNested: boolean): TextReading {
  const body = text.slice(0, parseLimit + 1).trim();
  const first = body[0];
  if (first === undefined) return { kind: "body", isBlank: true };
  if (first === "<") return readPage(body);
  // a text in JSON is a value of the app's, and a person may have written it
  if (first === '"') return { ...readJson(body, text.length), isLoose: true };
  if (first === "{") return readJson(body, text.length);
  return readJsonp(body, text.length) ?? readWords(body, isNested);
}

/** HTML is a page; other markup is an answer of the app's. */
function readPage(body: string): TextReading {
  const head = body.slice(0, 1024);
  const isPage = /^<(?:!doctype html|html|head|body|title|center)\b/i;
  if (!isPage.test(head.replace(/^(?:\s|<!--[\s\S]*?-->)+/, ""))) return nothing;
  const status = /<title>\s*(\d{3})\b/i.exec(head)?.[1];
  return { kind: "gateway", pageStatus: status === undefined ? undefined : Number(status) };
}

function readJson(text: string, length: number): TextReading {
  if (length <= parseLimit) {
    try {
      return { kind: "body", body: JSON.parse(text) };
    } catch {
      try {
        // a raw line break inside a string is all that keeps some answers from being JSON
        return { kind: "body", body: JSON.parse(text.replace(/[\r\n\t]+/g, " ")) };
      } catch {
        // not JSON at all: the fields before anything nested may still be legible
      }
    }
  }
  // one JSON after another, a line each, is a list of the app's
  const isLoose = attempt((): unknown => JSON.parse(text.slice(0, text.indexOf("\n") + 1))) !== undefined;
  return { kind: "body", body: legibleFields(text), isElided: true, isLoose };
}

/** What a callback is called with: an object, or a text of one. Undefined: no call is in it. */
function readJsonp(text: string, length: number): TextReading | undefined {
  const call = text.indexOf("(");
  if (call < 0 || call > callLimit) return undefined;
  const start = text.slice(0, callLimit * 2).search(/\(\s*[{"]/) + 1;
  if (start === 0) return undefined;
  const end = text.lastIndexOf(")");
  const isCallback = callHead.test(text.slice(0, start)) && (end < start || /^\)[\s;]*$/.test(text.slice(end)));
  const { kind, body, isElided, isLoose } = readJson(text.slice(start, end > start ? end : undefined).trim(), length);
  return { kind, body, isElided, isCallback, isLoose: !isCallback || isLoose === true };
}

function legibleFields(text: string): Record<string, string> {
  const nested = text.slice(1, headLimit).search(/[{[]/);
  const head = text.slice(0, nested < 0 ? headLimit : nested + 1);
  const fields = Object.create(null) as Record<string, string>;
  for (const [, key, value] of head.matchAll(/["'](ret|error|errcode|code)["']\s*:\s*["']?(-?\d{1,10})(?![\d.eE])/g))
    fields[key as string] ??= value as string;
  return fields;
}

function readWords(text: string, isNested: boolean): TextReading {
  const isAddress = /^(?:[?#](?!\d+$)|(?:\w{2,40}:\/)?\/\S*?[?#])/.test(text);
  if (isAddress) return readAddress(text);
  if (/^[\w.-]+=[^\s{}<]*$/.test(text.slice(0, headLimit)))
    return { kind: "form", body: formFields(text.slice(0, headLimit)) };
  return isNested || /^\[\s*[[{"\d-]/.test(text) ? nothing : readSentence(text);
}

/** Query and hash of an address. Keys may repeat: the first counts. */
function readAddress(text: string): TextReading {
  const at = text.search(/[?#]/);
  return { kind: "redirect", body: formFields(text.slice(at + 1, at + headLimit).replace(/[?#]/g, "&")) };
}

/** How pages write a number: `(100010)`, `(#100048)`, `#100048`, 错误码：100044, 【100015】. */
const pageCode =
  /[【(]\s*#?(-\d{1,10}|\d{5,10})\s*[】)]|(?:[错錯][误誤](?:代?[码碼]|[编編]?[号號])|返回[码碼]|\berr(?:or)?[ _-]?code)\s*(?:is|是|为|為)?\s*[:=]?\s*[【([]?\s*(-?\d{1,10})|#(\d{5,10})\b/i;

function readSentence(text: string): TextReading {
  const code = pageCode.exec(text.slice(0, headLimit).normalize("NFKC"))?.slice(1).find(Boolean);
  return code === undefined ? nothing : { kind: "pageText", body: { error: code, error_description: text } };
}

/** The fields of a form or a query. Keys may repeat: the first counts. */
export function formFields(text: string): Readonly<Record<string, string>> {
  const fields = Object.create(null) as Record<string, string>;
  for (const pair of text.split("&")) {
    const at = pair.indexOf("=");
    const key = pair.slice(0, at);
    if (at > 0 && !(key in fields)) fields[key] = decode(pair.slice(at + 1));
  }
  return fields;
}

function decode(text: string): string {
  try {
    const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
    return spaced.includes("%") ? decodeURIComponent(spaced) : spaced;
  } catch {
    return text;
  }
}
