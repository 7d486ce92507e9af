import type { Reading } from "../model/Reading.js";
import { headerOf } from "./headerOf.js";
import { plainText } from "./plainText.js";
import { read } from "./read.js";

const keys = ["request_id", "requestId", "RequestId", "seq", "traceId", "trace_id"] as const;

/** The number under which the server can find this call: from the body, its text, or the headers. */
export function requestIdOf({ body, headers }: Reading, message: string | undefined): string | undefined {
  const found = keys.map((key) => read(body, key)).find((value) => typeof value === "string" && value !== "");
  const id = found ?? idInText(message) ?? headerOf(headers, "x-request-id");
  return typeof id === "string" ? plainText(id, 80) : undefined;
}

/** WeChat's family writes `rid: …` or `hints: [ req_id: … ]` at the end of its message. */
function idInText(message: string | undefined): string | undefined {
  if (message === undefined || !/\br(?:eq_)?id:/.test(message)) return undefined;
  return /\br(?:eq_)?id:\s*([\w-]{4,80})/.exec(message.slice(0, 2000))?.[1];
}
