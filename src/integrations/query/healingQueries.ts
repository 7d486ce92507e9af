import type { Reauth } from "../../client/Reauth.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import type { CachedQuery } from "./FirstNotes.js";

/** What each query had failed with that is fetched again after a sign-in. */
interface HealingQueries {
  note(query: CachedQuery, failed: Diagnosis | undefined): CachedQuery;
  /** It has come, or has not, or is asked for no more. `failed`: what it failed with, where that was not noted. */
  settle(query: CachedQuery, isWell: boolean, failed?: Diagnosis): void;
}

/** Tells the reauthorization how each query ended that a sign-in healed, once. */
export function createHealingQueries({ settled }: Pick<Reauth, "settled">): HealingQueries {
  const healing = new WeakMap<CachedQuery, Diagnosis>();
  return {
    note(query, failed) {
      if (failed !== undefined) healing.set(query, failed);
      return query;
    },
    settle(query, isWell, failed = healing.get(query)) {
      if (failed !== undefined) settled(failed, isWell);
      healing.delete(query);
    },
  };
}
