import type { ReauthSnapshot } from "../../model/ReauthSnapshot.js";
import type { CachedQuery } from "./createRefetch.js";
import type { CachedMutation, MutationStarts } from "./mutationStarts.js";
import type { QueryStarts } from "./queryStarts.js";

/** What was noted before the rest of the code came. */
export interface FirstNotes {
  readonly queries: QueryStarts;
  readonly mutations: MutationStarts;
  /** Failed, and told nowhere. */
  readonly failed: Set<CachedQuery | CachedMutation>;
  /** The last sign-in that was answered. */
  readonly since: Pick<ReauthSnapshot, "epoch" | "accountEpoch">;
}
