import { attempt, isObject, keysOf, read, readOnce, type Seen } from "../base/safely.js";

/** What is known about the call that an answer belongs to. */
export interface CallInfo {
  readonly httpStatus: number | undefined;
  readonly headers: unknown;
  readonly url: string | undefined;
  readonly method: string | undefined;
  /** Its status is 0: browsers say so of a request that got no answer. */
  readonly isUnanswered: boolean;
}

/** What libraries hand over of a call beside its status and data; an object with other fields is an app's data. */
const answerKeys =
  /^(?:status|statusText|statusCode|internal|data|error|originalStatus|meta|isUnhandledError|cookies|errMsg|ok|url|body|count)$/;

/** What an object looks like: an answer with its headers, or something with a status. */
export type CallKind = "answer" | "status" | undefined;

/**
 * Notes the status, headers, method and address that an object holds; what was noted before stays. A plain object must look like
 * an answer for that, since data may have a `status` and a `url` too. Says what it looks like. Total.
 */
export function noteCall(
  value: object,
  call: { -readonly [Key in keyof CallInfo]: CallInfo[Key] },
  isCall: boolean,
  seen: Seen = [],
): CallKind {
  const status = readOnce(value, "status", seen) ?? readOnce(value, "statusCode", seen);
  const hasStatus = typeof status === "number";
  if (!hasStatus && !isCall) return undefined;
  // an XMLHttpRequest tells of its headers itself
  const headers =
    read(value, "headers") ??
    read(value, "header") ??
    (typeof read(value, "readyState") === "number" ? value : undefined);
  const isAnswer = hasStatus && (isObject(headers) || isBare(value, status));
  const looksLike = isAnswer ? "answer" : hasStatus ? "status" : undefined;
  if (!isAnswer && !isCall) return looksLike;
  if (status === 0) call.isUnanswered = true;
  if (hasStatus && status >= 100 && status < 600) call.httpStatus ??= status;
  call.headers ??= headers ?? undefined;
  call.url ??= text(read(value, "url")) ?? text(read(value, "responseURL"));
  call.method ??= text(read(value, "method"));
  if (call.url !== undefined && call.method !== undefined) return looksLike;
  const source = read(value, "config") ?? read(value, "request");
  if (!isObject(source) || source === value) call.url ??= text(source);
  else {
    call.url ??= fullAddress(text(read(source, "url")), text(read(source, "baseURL")));
    call.method ??= text(read(source, "method"));
  }
  return looksLike;
}

/** tRPC and the SDKs of AWS keep the status of the call beside what they tell of it. */
export function statusBeside(value: object): number | undefined {
  const status = read(value, "httpStatus") ?? read(value, "httpStatusCode");
  return typeof status === "number" && status >= 100 && status < 600 ? status : undefined;
}

/** A status with its data and nothing else: RTK Query's error, React Router's answer. */
function isBare(value: object, status: number): boolean {
  const keys = keysOf(value);
  const isAnswered = keys.includes(status < 400 ? "errMsg" : "data") || (status >= 400 && keys.includes("body"));
  return isAnswered && keys.every((key) => answerKeys.test(key));
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Hosts whose every answer is Tencent's own. What apps rent there, such as buckets and functions, lies elsewhere. */
const hosts = /(?:^|\.)(?:qq|wechat|tencent|tencentyun|tencentcloudapi|qcloud)\.com$/;

/** Whether an address leads to Tencent itself. A path is the app's own. */
export function isTencentAddress(address: string | undefined): boolean {
  if (address === undefined || !/^(?:https?:)?[/\\]{2}/i.test(address)) return false;
  return hosts.test(attempt(() => new URL(address, "https://app.invalid").hostname) ?? "");
}

/** The address of a call of axios or ofetch, whose `baseURL` stands before what is no address by itself. */
export function fullAddress(url: string | undefined, baseURL: string | undefined): string | undefined {
  if (url === undefined || baseURL === undefined) return url ?? baseURL;
  if (baseURL === "" || /^(?:[a-z][\w+.-]*:)?\/\//i.test(url)) return url;
  return url === "" ? baseURL : `${baseURL.replace(/\/+$/, "")}/${url.replace(/^\/+/, "")}`;
}
