import type { TencentFailure } from "../model/Diagnosis.js";
import type { Reading } from "../model/Reading.js";
import { headersOf } from "./headersOf.js";
import { isHttpFailure } from "./evidence.js";
import { ownOptions } from "./ownOptions.js";
import { requestIdIn } from "./requestIdIn.js";
import { requestIdOf } from "./requestIdOf.js";
import { retryAfterOf } from "./retryAfterOf.js";
import { safeFailure } from "./safeFailure.js";
import type { Spelling } from "./spell.js";

type Draft = { -readonly [Key in keyof TencentFailure]: TencentFailure[Key] };

/** One shape for every dialect: plain frozen data, without secrets, and without blanks for what is not known. */
export function normalise(spelling: Spelling, reading: Reading): TencentFailure {
  const { code, message, subcode } = spelling;
  const { method, url, headers, body, envelope } = reading;
  const httpStatus = reading.httpStatus ?? reading.pageStatus;
  const failure: Draft = ownOptions<Draft>({
    $tencent: 1,
    dialect: spelling.dialect === "unknown" && isHttpFailure(reading) ? "http" : spelling.dialect,
    code,
    occurredAt: Date.now(),
    confidence: code === null ? "none" : isLessCertain(spelling, reading) ? "heuristic" : "exact",
  });
  const header = headersOf(headers);
  const retryAfterMs = retryAfterOf(header("retry-after"));
  const serverDate = header("date");
  const requestId = requestIdOf(body) ?? requestIdOf(envelope) ?? idInWords(spelling) ?? header("x-request-id");
  if (subcode !== undefined) failure.subcode = subcode;
  if (httpStatus !== undefined) failure.httpStatus = httpStatus;
  if (requestId !== undefined) failure.requestId = requestId;
  if (retryAfterMs !== undefined) failure.retryAfterMs = retryAfterMs;
  if (serverDate !== undefined) failure.serverDate = serverDate;
  if (message !== undefined && message !== "") failure.serverMessage = message;
  if (method !== undefined) failure.method = method.slice(0, 64).toUpperCase();
  if (url !== undefined) failure.path = pathOf(url);
  return safeFailure({ ...failure });
}

function isLessCertain({ dialect }: Spelling, { isElided, match }: Reading): boolean {
  return isElided || dialect === "pageText" || match?.dialect[5] === "relayed";
}

function idInWords({ dialect, message }: Spelling): string | undefined {
  return dialect === "wechat" && message !== undefined ? requestIdIn(message) : undefined;
}

/** An address without origin, query and hash, which may hold secrets. */
function pathOf(url: string): string {
  const path = url.slice(0, 2048).replace(/^(?:[a-z][\w+.-]*:)?\/\/[^/?#]*/i, "");
  return path.replace(/[?#].*/s, "") || "/";
}
