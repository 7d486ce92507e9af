import { findDialect } from "../catalog/dialects.js";
import type { TencentFailure } from "../model/Diagnosis.js";
import type { Reading } from "./Reading.js";
import { isHttpFailure } from "./evidence.js";
import { headersOf, requestIdIn, requestIdOf, retryAfterOf } from "./headers.js";
import type { Interpretation } from "./interpret.js";

type Draft = { -readonly [Key in keyof TencentFailure]: TencentFailure[Key] };

/** One shape for every dialect: plain data without blanks for what is not known. Its texts are as they came. */
export function normalise(spelling: Interpretation, reading: Reading): TencentFailure {
  const { code, message, subcode } = spelling;
  const { body, trail } = reading;
  const { method, url, headers } = trail;
  const httpStatus = trail.httpStatus ?? trail.pageStatus;
  const failure: Draft = {
    $tencent: 1,
    dialect: spelling.dialect === "unknown" && isHttpFailure(reading) ? "http" : spelling.dialect,
    code,
    occurredAt: Date.now(),
    confidence: code === null ? "none" : isLessCertain(spelling, reading) ? "heuristic" : "exact",
  };
  const header = headersOf(headers);
  const retryAfterMs = retryAfterOf(header("retry-after"));
  const serverDate = header("date");
  const requestId =
    requestIdOf(body) ?? requestIdOf(reading.found.envelope) ?? readMessageId(spelling) ?? header("x-request-id");
  put(failure, "subcode", subcode);
  put(failure, "httpStatus", httpStatus);
  put(failure, "requestId", requestId);
  put(failure, "retryAfterMs", retryAfterMs);
  put(failure, "serverDate", serverDate);
  put(failure, "serverMessage", message === "" ? undefined : message);
  put(failure, "method", method?.slice(0, 64).toUpperCase());
  put(failure, "path", url === undefined ? undefined : pathOf(url));
  return failure;
}

/** As an own field, also where every object inherits one of that name. */
function put<Key extends keyof Draft>(failure: Draft, key: Key, value: Draft[Key] | undefined): void {
  if (value === undefined) return;
  if (key in failure)
    Object.defineProperty(failure, key, { value, enumerable: true, configurable: true, writable: true });
  else failure[key] = value;
}

function isLessCertain({ dialect }: Interpretation, { found, trail }: Reading): boolean {
  return trail.isElided || dialect === "pageText" || found.match?.dialect.numbers === "relayed";
}

function readMessageId({ dialect, message }: Interpretation): string | undefined {
  return message !== undefined && findDialect(dialect)?.idInMessage === true ? requestIdIn(message) : undefined;
}

/** An address without origin, query and hash, which may hold secrets. */
function pathOf(url: string): string {
  const path = url.slice(0, 2048).replace(/^(?:[a-z][\w+.-]*:)?\/\/[^/?#]*/i, "");
  return path.replace(/[?#].*/s, "") || "/";
}
