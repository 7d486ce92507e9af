import { bands } from "../catalog/bands.js";
import type { Category, CodeRow, Fixer, Remedy, RetryRule } from "../model/CodeRow.js";
import type { Diagnosis, TencentFailure } from "../model/Diagnosis.js";

type Verdict = readonly [category: Category, fixer: Fixer, retry: RetryRule, remedies: readonly Remedy[]];

// prettier-ignore
const verdicts = {
  unknown: ["unknown", "developer", "no", []],
  cancelled: ["cancelled", "user", "no", []],
  network: ["network", "user", "backoff", ["waitAndRetry"]],
  busy: ["platform", "platform", "backoff", ["waitAndRetry"]],
  broken: ["platform", "platform", "manual", ["waitAndRetry"]],
  tooMany: ["rateLimit", "developer", "backoff", ["slowDown", "checkTraffic"]],
} as const satisfies Record<string, Verdict>;

/** Says what kind of trouble a failure is and what can be done about it. Total: never throws, never guesses. */
export function classify(failure: TencentFailure, row: CodeRow | undefined): Diagnosis {
  if (row !== undefined) {
    const { category, fixer, retry, remedies, reason } = row;
    return Object.freeze({ failure, row, category, fixer, retry, remedies, fingerprint: reason });
  }
  const [category, fixer, retry, remedies] = undocumented(failure);
  const fingerprint = `${category}:${failure.dialect}:${failure.code ?? failure.subcode ?? failure.httpStatus ?? ""}`;
  return Object.freeze({ failure, row: null, category, fixer, retry, remedies, fingerprint });
}

/** What can be said without a row: by the way it failed, by HTTP status, or by where the number lies. */
function undocumented({ dialect, code, subcode, httpStatus = 0 }: TencentFailure): Verdict {
  if (dialect === "network" || dialect === "cancelled") return verdicts[dialect];
  if (dialect === "redirect" && (subcode === "usercancel" || subcode === "access_denied")) return verdicts.cancelled;
  if (code === null && httpStatus === 429) return verdicts.tooMany;
  if (code === null && httpStatus === 408) return verdicts.network;
  if (code === null && httpStatus >= 502 && httpStatus <= 504) return verdicts.busy;
  if (dialect === "gateway" || (code === null && httpStatus >= 500)) return verdicts.broken;
  const band = dialect === "openapi" ? bands.find(([from, to]) => code !== null && code >= from && code <= to) : undefined;
  return band === undefined ? verdicts.unknown : [band[2], band[3], "no", []];
}
