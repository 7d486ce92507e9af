import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { Call } from "./callsOf.js";

/** The one failure of several calls that a notice speaks of. */
export interface WorstFailure {
  readonly call: Call;
  readonly diagnosis: Diagnosis;
  /** The errors of all calls that failed with the same trouble. */
  readonly errors: readonly unknown[];
}

/** The failure that signing in again would heal, else the first. Successes and cancelled calls are none, unless a boundary caught them. */
export function worstOf(calls: readonly Call[], client: TencentErrorClient): WorstFailure | undefined {
  const failures = calls
    .filter(({ error, isThrown }) => isThrown || client.isFailure(error))
    .map((call) => ({ call, diagnosis: client.diagnose(call.error, { isFailed: call.isFailed }) }))
    .filter(({ call, diagnosis }) => call.isCaught || diagnosis.category !== "cancelled");
  const worst = failures.find(({ diagnosis }) => diagnosis.category === "reauth") ?? failures[0];
  if (worst === undefined) return undefined;
  const { fingerprint } = worst.diagnosis;
  const alike = failures.filter(({ diagnosis }) => diagnosis.fingerprint === fingerprint);
  return { ...worst, errors: alike.map(({ call }) => call.error) };
}
