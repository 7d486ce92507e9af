import type { CallMark } from "../../client/Reauth.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { isByPerson, noteBackground } from "../../client/callMarks.js";
import type { CachedQuery } from "./createRefetch.js";
import { type ObserverTracker, trackObservers } from "./trackObservers.js";

/** How a query's last call began. */
interface Beginning {
  readonly mark: CallMark;
  /** Fetched explicitly after it had failed: a good answer shows that there is a session again. */
  readonly isRenewal: boolean;
}

/** What is noted of each query while it can be: whose its last call is, and who observes it. */
export interface QueryStarts {
  readonly begun: WeakMap<CachedQuery, Beginning>;
  readonly observers: ObserverTracker;
  /** A call of it begins in this task. */
  begin(query: CachedQuery, isRenewal?: boolean): void;
}

export function createQueryStarts({ reauth }: TencentErrorClient): QueryStarts {
  const begun = new WeakMap<CachedQuery, Beginning>();
  return {
    begun,
    observers: trackObservers(),
    begin(query, isRenewal = false) {
      // its function is called in this task
      noteBackground(query.state.data !== undefined && !isByPerson());
      begun.set(query, { mark: reauth.mark(), isRenewal });
    },
  };
}
