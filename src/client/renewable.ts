import type { Diagnosis } from "../model/Diagnosis.js";
import type { Renew } from "../model/ReauthFlow.js";

/** Codes that only the person heals: a permission that was never given, a changed password. */
const personal: readonly (number | null)[] = [-20, -73, 100030];

/** Whether there is a renewal, and a new session of the same sign-in may heal it. */
export function isRenewable({ retry, catalog, failure }: Diagnosis, renew: Renew | undefined): boolean {
  return renew !== undefined && retry === "auth" && !(catalog === "tencent" && personal.includes(failure.code));
}
