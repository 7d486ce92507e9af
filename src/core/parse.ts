import type { Reading, ResponseLike } from "../model/Reading.js";
import { bodyCarriers, errorCarriers, isErrorLike, isResponseLike } from "./carriers.js";
import { dialectOf } from "./dialectOf.js";
import { read, readString } from "./read.js";
import { readText } from "./readText.js";
import { transportOf } from "./transportOf.js";

const maxDepth = 8;
const maxValues = 200;
const maxErrors = 20;

/** Reads anything that a call can end in, through every known wrapper, without changing it. Linear in the text's length. */
export function parse(raw: unknown, response?: ResponseLike): Reading {
  // prettier-ignore
  const reading: Reading = { body: undefined, dialect: undefined, kind: "body", isElided: false, isThrown: false,
    httpStatus: undefined, url: undefined, method: undefined, headers: undefined, budget: maxValues };
  if (response !== undefined) noteCall(response, reading);
  enter(raw, reading, 0);
  return reading;
}

/** Goes one level in. True when something was found that a dialect or a page spells. */
function enter(value: unknown, reading: Reading, depth: number): boolean {
  if (value === null || value === undefined || depth > maxDepth || reading.budget-- <= 0) return false;
  if (typeof value === "string") return enterText(value, reading, depth);
  if (typeof value !== "object") return false;
  if (spells(value, reading)) return true;
  if (isErrorLike(value)) return enterError(value, reading, depth);
  if (isResponseLike(value)) {
    noteCall(value, reading);
    return enter(read(value, "data"), reading, depth + 1);
  }
  return bodyCarriers.some((carrier) => spells(carrier(value), reading)) || enterAddress(value, reading, depth);
}

function enterText(text: string, reading: Reading, depth: number): boolean {
  readText(text, reading);
  if (reading.kind === "body") return enter(reading.body, reading, depth + 1);
  spells(reading.body, reading);
  return true;
}

function spells(value: unknown, reading: Reading): boolean {
  if (typeof value !== "object" || value === null) return false;
  const dialect = dialectOf(value);
  if (dialect === undefined) return false;
  reading.body = value;
  reading.dialect = dialect;
  return true;
}

function enterError(error: object, reading: Reading, depth: number): boolean {
  reading.isThrown = true;
  noteCall(error, reading);
  noteCall(read(error, "response"), reading);
  for (const carrier of errorCarriers) {
    const inner = carrier(error);
    if (Array.isArray(inner) ? enterEach(inner, reading, depth) : enter(inner, reading, depth + 1)) return true;
  }
  const transport = transportOf(error);
  if (transport !== undefined && reading.httpStatus === undefined) reading.kind = transport;
  return transport !== undefined;
}

function enterEach(errors: readonly unknown[], reading: Reading, depth: number): boolean {
  return errors.slice(0, maxErrors).some((error) => enter(error, reading, depth + 1));
}

/** `URL` and `location` carry their text in `href`. */
function enterAddress(value: object, reading: Reading, depth: number): boolean {
  const href = readString(value, "href");
  return href !== undefined && enter(href, reading, depth + 1);
}

function noteCall(value: unknown, reading: Reading): void {
  const status = read(value, "status") ?? read(value, "statusCode");
  if (typeof status === "number" && status >= 100 && status < 600) reading.httpStatus ??= status;
  const config = read(value, "config") ?? read(value, "request");
  reading.url ??= readString(value, "url") || readString(config, "url");
  reading.method ??= readString(value, "method") ?? readString(config, "method");
  reading.headers ??= read(value, "headers") ?? undefined;
}
