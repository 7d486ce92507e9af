import { findDialect } from "../catalog/dialects.js";
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
  const { code, message, subcode } = spelling;
  const { body, trail } = reading;
  const { method, url, headers } = trail;
  const header = headersOf(headers);
  const more = {
    subcode,
    httpStatus: trail.httpStatus ?? trail.pageStatus,
    requestId: requestIdOf(body) ?? requestIdOf(envelope) ?? readMessageId(spelling) ?? header("x-request-id"),
    retryAfterMs: retryAfterOf(header("retry-after")),
    serverDate: header("date"),
    serverMessage: message === "" ? undefined : message,
    method: method?.slice(0, 64).toUpperCase(),
    path: url === undefined ? undefined : pathOf(url),
  };
  return {
    $tencent: 1,
    dialect: spelling.dialect === "unknown" && isHttpFailure(reading) ? "http" : spelling.dialect,
    code,
    occurredAt: Date.now(),
    confidence: code === null ? "none" : isLessCertain(spelling, reading) ? "heuristic" : "exact",
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)),
  };
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
