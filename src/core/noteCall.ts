import type { Reading } from "../model/Reading.js";
import { fullAddress } from "./fullAddress.js";

type Fields = Readonly<
  Partial<
    Record<"status" | "statusCode" | "headers" | "readyState" | "url" | "baseURL" | "responseURL" | "method", unknown>
  >
>;

interface CallLike extends Fields {
  readonly config?: unknown;
  readonly request?: unknown;
}

/**
 * Notes status, headers, method and address of a call, what was noted before first. A plain object must look like an answer
 * for that, since data may have a `status` and a `url` too. Says what it looks like. Total.
 */
export function noteCall(value: object, reading: Reading, isCall: boolean): "answer" | "status" | undefined {
  let kind: ReturnType<typeof noteCall>;
  try {
    const call: CallLike = value;
    const status = call.status ?? call.statusCode;
    if (typeof status === "number") kind = "status";
    else if (!isCall) return undefined;
    const headers = call.headers;
    const isAnswer =
      kind === "status" && ((typeof headers === "object" && headers !== null) || typeof call.readyState === "number");
    if (isAnswer) kind = "answer";
    else if (!isCall) return kind;
    if (typeof status === "number" && status >= 100 && status < 600) reading.httpStatus ??= status;
    reading.headers ??= headers ?? undefined;
    reading.url ??= text(call.url) ?? text(call.responseURL);
    reading.method ??= text(call.method);
    if (reading.url !== undefined && reading.method !== undefined) return kind;
    const source = call.config ?? call.request;
    if (typeof source === "object" && source !== null && source !== value) {
      const { url, method, baseURL }: Fields = source;
      reading.url ??= fullAddress(text(url), text(baseURL));
      reading.method ??= text(method);
    } else reading.url ??= text(source);
  } catch {
    // what was read before the getter that threw still counts
  }
  return kind;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
