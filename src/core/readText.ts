import type { Reading } from "../model/Reading.js";
import { formFields } from "./formFields.js";

/** Longer texts are no failures that anybody wrote: only their head is looked at. */
const parseLimit = 262_144;
const headLimit = 4096;
/** How far in a script's callback begins. */
const callLimit = 160;

/** Reads text of any shape into `reading`: JSON, JSONP, form, address, a page's sentence, HTML. Never evaluates it. */
export function readText(text: string, reading: Reading): void {
  const body = text.slice(0, parseLimit + 1).trim();
  const first = body[0];
  if (first === undefined) reading.isThrown = reading.httpStatus !== 204 && reading.httpStatus !== 205;
  else if (first === "<") readPage(body, reading);
  else if (first === "{" || first === '"') readJson(body, text.length, reading);
  else if (!readJsonp(body, text.length, reading)) readWords(body, first, reading);
}

function readPage(body: string, reading: Reading): void {
  reading.kind = "gateway";
  const status = /<title>\s*(\d{3})\b/i.exec(body.slice(0, 256))?.[1];
  if (status !== undefined) reading.httpStatus ??= Number(status);
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
  readJson(text.slice(start, end > start ? end : undefined).trim(), length, reading);
  return true;
}

function legibleFields(text: string): Record<string, string> {
  const nested = text.slice(1, headLimit).search(/[{[]/);
  const head = text.slice(0, nested < 0 ? headLimit : nested + 1);
  const fields: Record<string, string> = {};
  for (const [, key, value] of head.matchAll(/["'](ret|error|errcode|code)["']\s*:\s*["']?(-?\d{1,7})(?![\d.eE])/g))
    fields[key as string] ??= value as string;
  return fields;
}

function readWords(text: string, first: string, reading: Reading): void {
  const isAddress = first === "?" || first === "#" || /^(?:\w{2,12}:\/|)\/\S*?[?#]/.test(text);
  if (isAddress) readAddress(text, reading);
  else if (/^[\w.-]+=[^\s{}<]*$/.test(text.slice(0, headLimit))) readForm(text, reading);
  else readSentence(text, reading);
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

function readSentence(text: string, reading: Reading): void {
  const found = /\(#?(-\d{1,7}|\d{5,7})\)|错误码\s*[:：]?\s*(-?\d{1,7})|#(\d{5,7})\b/.exec(text.slice(0, headLimit));
  const code = found?.[1] ?? found?.[2] ?? found?.[3];
  if (code === undefined) return;
  reading.kind = "pageText";
  reading.body = { error: code, error_description: text };
}
