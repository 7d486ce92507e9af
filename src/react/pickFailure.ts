import type { Diagnosis } from "../model/Diagnosis.js";
import type { CallState } from "./failedCalls.js";
import type { PageClient } from "./PageContext.js";

/** The one failure of several calls that a notice shows. */
export interface WorstFailure {
  readonly call: CallState;
  readonly diagnosis: Diagnosis;
  /** All calls that failed with the same trouble, and their errors. */
  readonly calls: readonly CallState[];
  readonly errors: readonly unknown[];
}

/** The failure that signing in again would heal, else the first. Successes and cancelled calls are none, unless a boundary caught them. */
export function pickFailure(calls: readonly CallState[], client: PageClient): WorstFailure | undefined {
  const failures = calls
    .filter(({ error, isThrown }) => isThrown || client.isFailure(error))
    .map((call) => ({ call, diagnosis: client.diagnose(call.error, { isFailed: call.isFailed }) }))
    .filter(({ call, diagnosis }) => call.isCaught || diagnosis.category !== "cancelled");
  const worst = failures.find(({ diagnosis }) => diagnosis.category === "reauth") ?? failures[0];
  if (worst === undefined) return undefined;
  const { fingerprint } = worst.diagnosis;
  const alike = failures.filter(({ diagnosis }) => diagnosis.fingerprint === fingerprint);
  return { ...worst, calls: alike.map(({ call }) => call), errors: alike.map(({ call }) => call.error) };
}
