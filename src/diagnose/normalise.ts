import type { TencentFailure } from "../model/Diagnosis.js";
import type { Reading } from "./Reading.js";
import { isHttpFailure } from "./evidence.js";
import { headersOf, requestIdIn, requestIdOf, retryAfterOf } from "./headers.js";
import type { Interpretation } from "./interpret.js";

/** One shape for every dialect: plain data without blanks for what is not known. Its texts are as they came. */
export function normalise(
  spelling: Interpretation,
  reading: Reading,
  envelope: unknown = reading.found.envelope,
): TencentFailure {
  const { code, dialect, message, subcode } = spelling;
  const { body, found, trail } = reading;
  const { method, url, headers, httpStatus = trail.pageStatus } = trail;
  const header = headersOf(headers);
  const match = found.match?.dialect;
  const messageId = match?.idInMessage === true && message ? requestIdIn(message) : undefined;
  const requestId = requestIdOf(body) ?? requestIdOf(envelope) ?? messageId ?? header("x-request-id");
  const retryAfterMs = retryAfterOf(header("retry-after"));
  const serverDate = header("date");
  const isLessCertain = trail.isElided || dialect === "pageText" || match?.numbers === "relayed";
  // spread one by one: engines are ten times slower with fields that are chosen in a loop
  return {
    $tencent: 1,
    dialect: dialect === "unknown" && isHttpFailure(reading) ? "http" : dialect,
    code,
    occurredAt: Date.now(),
    confidence: code === null ? "none" : isLessCertain ? "heuristic" : "exact",
    ...(subcode && { subcode }),
    ...(httpStatus && { httpStatus }),
    ...(requestId && { requestId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(serverDate && { serverDate }),
    ...(message && { serverMessage: message }),
    ...(method && { method: method.slice(0, 64).toUpperCase() }),
    ...(url && { path: pathOf(url) }),
  };
}

/** An address without origin, query and hash, which may hold secrets. */
function pathOf(url: string): string {
  const path = url.slice(0, 2048).replace(/^(?:[a-z][\w+.-]*:)?\/\/[^/?#]*/i, "");
  return path.replace(/[?#].*/s, "") || "/";
}
