import { attempt, ownOption, read } from "../base/safely.js";
import { fullAddress } from "../base/url.js";
import { headersOf } from "./headers.js";
import type { Reading, ResponseLike } from "./Reading.js";

const maxValues = 200;

/** What is known about the place that an answer was found at. */
export interface ReadingOptions {
  readonly response?: ResponseLike | undefined;
  /** The app's word on whether the answer is Tencent's. */
  readonly isTencent?: boolean | undefined;
  /** Whether a text may be a page's sentence, as a person pastes it. Default: yes, where no response is known. */
  readonly isPage?: boolean | undefined;
}

/** An empty reading that knows its place. */
export function createReading(options: ReadingOptions): Reading {
  const response = ownOption(options, "response");
  const isTencent = ownOption(options, "isTencent");
  const isPage = ownOption(options, "isPage") ?? true;
  const place = response === undefined ? "asked" : response.status >= 400 ? "failed" : "body";
  // prettier-ignore
  const reading: Reading = { place, isTencent, isPage: isPage && place === "asked", body: undefined, match: undefined, envelope: undefined,
    says: undefined, known: undefined, kind: "body", isElided: false, isLoose: false, isUnread: false, isCallback: false, isEmpty: false, isGraphql: false,
    isThrown: false, isUnanswered: false, httpStatus: undefined, pageStatus: undefined, url: undefined, method: undefined, headers: undefined,
    visited: undefined, budget: maxValues };
  if (response !== undefined) collectCallInfo(response, reading, true);
  return reading;
}

/** Whether an answer is Tencent's: as the app says, else by where it came from. */
export function isTencents({ isTencent, url }: Reading): boolean {
  return isTencent ?? isTencentAddress(url);
}

/** Whether a body came as JSON. */
export function isJson(response: ReadingOptions["response"]): boolean {
  return response !== undefined && /\bjson\b/i.test(headersOf(response.headers)("content-type") ?? "");
}

/** Hosts whose every answer is Tencent's own. What apps rent there, such as buckets and functions, lies elsewhere. */
const hosts = /(?:^|\.)(?:qq|wechat|tencent|tencentyun|tencentcloudapi|qcloud)\.com$/;

/** Whether an address leads to Tencent itself. A path is the app's own. */
function isTencentAddress(address: string | undefined): boolean {
  if (address === undefined || !/^(?:https?:)?[/\\]{2}/i.test(address)) return false;
  return hosts.test(attempt(() => new URL(address, "https://app.invalid").hostname) ?? "");
}

/** What libraries hand over of a call beside its status and data; an object with other fields is somebody's data. */
const answerKeys =
  /^(?:status|statusText|statusCode|internal|data|error|originalStatus|meta|isUnhandledError|cookies|errMsg|ok|url)$/;

/**
 * Notes status, headers, method and address of a call, what was noted before first. A plain object must look like an answer
 * for that, since data may have a `status` and a `url` too. Says what it looks like. Total.
 */
export function collectCallInfo(
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
