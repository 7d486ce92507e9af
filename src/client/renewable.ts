import type { Diagnosis } from "../model/Diagnosis.js";

/** What an app's renewal tells: whose session it is, and until when. */
export interface Renewed {
  readonly accountId?: string | number | null | undefined;
  /** The session's end, by this device's clock: milliseconds, the seconds of a token's `exp`, a date or its text. It is renewed ahead of that. */
  readonly expiresAt?: number | string | Date | undefined;
}

/** Opens a new session without the person, as by a refresh token that the app's server keeps. Rejects where it can't. */
export type Renew = (diagnosis: Diagnosis, about: { readonly signal: AbortSignal }) => Promise<Renewed | void>;

/** Codes that only the person heals: a permission that was never given, a changed password. */
const personal: readonly (number | null)[] = [-20, -73, 100030];

/** Whether there is a renewal, and a new session of the same sign-in may heal it. */
export function isRenewable({ retry, catalog, failure }: Diagnosis, renew: Renew | undefined): boolean {
  return renew !== undefined && retry === "auth" && !(catalog === "tencent" && personal.includes(failure.code));
}
