import type { Reading } from "../model/Reading.js";
import { attempt } from "./attempt.js";
import { fullAddress } from "./fullAddress.js";
import { read } from "./read.js";

/** What libraries hand over of a call beside its status and data; an object with other fields is somebody's data. */
const answerKeys =
  /^(?:status|statusText|statusCode|internal|data|error|originalStatus|meta|isUnhandledError|cookies|errMsg|ok|url)$/;

/**
 * Notes status, headers, method and address of a call, what was noted before first. A plain object must look like an answer
 * for that, since data may have a `status` and a `url` too. Says what it looks like. Total.
 */
export function noteCall(
  value: object,
  reading: Reading,
  isCall: boolean,
  known?: Readonly<Record<string, unknown>>,
): "answer" | "status" | undefined {
  const status = (known === undefined ? read(value, "status") : known["status"]) ?? read(value, "statusCode");
  const hasStatus = typeof status === "number";
  if (!hasStatus && !isCall) return undefined;
  const headers = read(value, "headers") ?? read(value, "header");
  const isAnswer =
    hasStatus &&
    (isObject(headers) || typeof read(value, "readyState") === "number" || (status >= 400 && isBare(value)));
  const kind = isAnswer ? "answer" : hasStatus ? "status" : undefined;
  if (!isAnswer && !isCall) return kind;
  if (status === 0) reading.isUnanswered = true;
  if (hasStatus && status >= 100 && status < 600) reading.httpStatus ??= status;
  reading.headers ??= headers ?? undefined;
  reading.url ??= text(read(value, "url")) ?? text(read(value, "responseURL"));
  reading.method ??= text(read(value, "method"));
  if (reading.url !== undefined && reading.method !== undefined) return kind;
  const source = read(value, "config") ?? read(value, "request");
  if (!isObject(source) || source === value) reading.url ??= text(source);
  else {
    reading.url ??= fullAddress(text(read(source, "url")), text(read(source, "baseURL")));
    reading.method ??= text(read(source, "method"));
  }
  return kind;
}

/** A status with its data and nothing else: RTK Query's error, React Router's answer. */
function isBare(value: object): boolean {
  const keys = attempt(() => Object.keys(value)) ?? [];
  return keys.includes("data") && keys.every((key) => answerKeys.test(key));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
