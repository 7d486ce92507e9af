import { attempt } from "../base/safely.js";
import { isTencents } from "./createReading.js";
import type { Reading } from "./Reading.js";

/** Longer texts are no failures that anybody wrote: only their head is looked at. */
const parseLimit = 262_144;
const headLimit = 4096;
/** How far in a script's callback begins. */
const callLimit = 160;
/** What stands before a script's call, and nothing else: a call in the midst of a text is quoted. */
const callHead = /^;?\s*(?:\/\*\*\/\s*)?(?:typeof\s+[\w$.]+\s*={2,3}\s*["']function["']\s*&&\s*)?[\w$][\w$.]*\s*\($/;

/**
 * Reads text of any shape into `reading`: JSON, JSONP, form, address, a page's sentence, HTML. Never evaluates it. A sentence is
 * read where nothing is around it.
 */
export function readText(text: string, reading: Reading, depth = 0): Reading {
  const body = text.slice(0, parseLimit + 1).trim();
  const first = body[0];
  // a text in JSON is a value of the app's, and a person may have written it
  if (first === '"') reading.isLoose = true;
  if (first === undefined) reading.isEmpty = reading.httpStatus === undefined || reading.httpStatus === 200;
  else if (first === "<") readPage(body, reading);
  else if (first === "{" || first === '"') readJson(body, text.length, reading);
  else if (!readJsonp(body, text.length, reading)) readWords(body, first, reading, depth);
  return reading;
}

/** HTML is a page; other markup is an answer of the app's. */
function readPage(body: string, reading: Reading): void {
  const head = body.slice(0, 1024);
  if (!/^<(?:!doctype html|html|head|body|title|center)\b/i.test(head.replace(/^(?:\s|<!--[\s\S]*?-->)+/, ""))) return;
  reading.kind = "gateway";
  const status = /<title>\s*(\d{3})\b/i.exec(head)?.[1];
  if (status !== undefined) reading.pageStatus = Number(status);
}

function readJson(text: string, length: number, reading: Reading): void {
  if (length <= parseLimit) {
    try {
      reading.body = JSON.parse(text);
      return;
    } catch {
      try {
        // a raw line break inside a string is all that keeps some answers from being JSON
        reading.body = JSON.parse(text.replace(/[\r\n\t]+/g, " "));
        return;
      } catch {
        // not JSON at all: the fields before anything nested may still be legible
      }
    }
  }
  // one JSON after another, a line each, is a list of the app's
  reading.isLoose ||= attempt((): unknown => JSON.parse(text.slice(0, text.indexOf("\n") + 1))) !== undefined;
  reading.body = legibleFields(text);
  reading.isElided = true;
}

/** What a callback is called with: an object, or a text of one. */
function readJsonp(text: string, length: number, reading: Reading): boolean {
  const call = text.indexOf("(");
  if (call < 0 || call > callLimit) return false;
  const start = text.slice(0, callLimit * 2).search(/\(\s*[{"]/) + 1;
  if (start === 0) return false;
  const end = text.lastIndexOf(")");
  reading.isCallback = callHead.test(text.slice(0, start)) && (end < start || /^\)[\s;]*$/.test(text.slice(end)));
  reading.isLoose ||= !reading.isCallback;
  readJson(text.slice(start, end > start ? end : undefined).trim(), length, reading);
  return true;
}

function legibleFields(text: string): Record<string, string> {
  const nested = text.slice(1, headLimit).search(/[{[]/);
  const head = text.slice(0, nested < 0 ? headLimit : nested + 1);
  const fields = Object.create(null) as Record<string, string>;
  for (const [, key, value] of head.matchAll(/["'](ret|error|errcode|code)["']\s*:\s*["']?(-?\d{1,10})(?![\d.eE])/g))
    fields[key as string] ??= value as string;
  return fields;
}

function readWords(text: string, first: string, reading: Reading, depth: number): void {
  const isAddress = first === "?" || first === "#" || /^(?:\w{2,12}:\/|)\/\S*?[?#]/.test(text);
  if (isAddress) readAddress(text, reading);
  else if (/^[\w.-]+=[^\s{}<]*$/.test(text.slice(0, headLimit))) readForm(text, reading);
  else if (depth === 0 && !/^\[\s*[[{"\d-]/.test(text)) readSentence(text, reading);
}

function readForm(text: string, reading: Reading): void {
  reading.kind = "form";
  reading.body = formFields(text.slice(0, headLimit));
}

/** Query and hash of an address. Keys may repeat: the first counts. */
function readAddress(text: string, reading: Reading): void {
  const at = text.search(/[?#]/);
  reading.kind = "redirect";
  reading.body = formFields(text.slice(at + 1, at + headLimit).replace(/[?#]/g, "&"));
}

/** How pages write a number: `(100010)`, `(#100048)`, `#100048`, 错误码：100044, 【100015】. */
const pageCode =
  /[【(]\s*#?(-\d{1,10}|\d{5,10})\s*[】)]|(?:[错錯][误誤](?:代?[码碼]|[编編]?[号號])|返回[码碼]|\berror[ _-]?code)\s*(?:is|是|为|為)?\s*[:=]?\s*[【([]?\s*(-?\d{1,10})|#(\d{5,10})\b/i;

function readSentence(text: string, reading: Reading): void {
  const code = pageCode.exec(text.slice(0, headLimit).normalize("NFKC"))?.slice(1).find(Boolean);
  if (code === undefined) return;
  if (!reading.isPage && !isTencents(reading)) {
    reading.isUnread = true;
    return;
  }
  reading.kind = "pageText";
  reading.body = { error: code, error_description: text };
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
