import { ownOption } from "../base/safely.js";
import { findDialect } from "../catalog/dialects.js";
import type { Catalog } from "../model/Catalog.js";
import type { Category, Diagnosis, Fixer, Remedy, RetryRule, TencentFailure } from "../model/Diagnosis.js";

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
export function classify(failure: TencentFailure, from?: Catalog): Diagnosis {
  const subcode = ownOption(failure, "subcode");
  const row = from?.find(failure.code ?? subcode ?? "") ?? null;
  const speaks = from && (from.name ?? "tencent");
  if (row) {
    const { category, fixer, retry, remedies, reason } = row;
    return { failure, row, catalog: speaks, category, fixer, retry, remedies, fingerprint: reason };
  }
  const httpStatus = ownOption(failure, "httpStatus");
  // a number that no table has, where a server may write its own, speaks for no service
  const catalog = findDialect(failure.dialect)?.numbers === "relayed" ? undefined : speaks;
  const [category, fixer, retry, remedies] = undocumented(failure, subcode, httpStatus);
  const fingerprint = `${category}:${failure.dialect}:${failure.code ?? wordOf(subcode) ?? httpStatus ?? ""}`;
  return { failure, row, catalog, category, fixer, retry, remedies, fingerprint };
}

/** A word of the server's that can only name the trouble: what has digits or blanks could be anything. */
function wordOf(subcode: string | undefined): string | undefined {
  return subcode !== undefined && /^[a-z_.]{1,60}$/i.test(subcode) ? subcode : undefined;
}

/**
 * What can be said without a row: by the way it failed, else by an HTTP status that speaks for itself, whatever number stands
 * beside it. Who can mend an unknown `ret`, by its size.
 */
function undocumented({ dialect, code }: TencentFailure, subcode: string | undefined, httpStatus = 0): Verdict {
  if (dialect === "network" || dialect === "cancelled") return verdicts[dialect];
  if (dialect === "redirect" && (subcode === "usercancel" || subcode === "access_denied")) return verdicts.cancelled;
  if (httpStatus === 429) return verdicts.tooMany;
  if (httpStatus === 408) return verdicts.network;
  if (httpStatus >= 502 && httpStatus <= 504) return verdicts.busy;
  const limit = code ? findDialect(dialect)?.platformBelow : undefined;
  if (limit !== undefined) return ["unknown", Number(code) < limit ? "platform" : "developer", "no", []];
  return httpStatus >= 500 || (dialect === "gateway" && httpStatus < 400) ? verdicts.broken : verdicts.unknown;
}
