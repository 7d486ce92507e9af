import type { Accounts } from "./Accounts.js";
import type { ReauthState } from "./createReauthState.js";
import type { Review } from "./createReview.js";
import type { Run } from "./createRun.js";
import type { WaitingRoom } from "./createWaitingRoom.js";
import { hasPage } from "./hasPage.js";
import { isAsking } from "./isAsking.js";
import { isByPerson } from "./isByPerson.js";
import type { Reauth } from "./Reauth.js";

/** What a mark is read from. */
export interface MarkParts {
  readonly state: Pick<ReauthState, "get">;
  readonly room: Pick<WaitingRoom, "count">;
  readonly accounts: Accounts;
  readonly review: Pick<Review, "lookSoon">;
  readonly run: Pick<Run, "current">;
}

/** Notes a call, and takes the chance to learn who is signed in: an account that changes while nothing waits is the app's own doing. */
export function createMark({ state, room, accounts, review, run }: MarkParts): Reauth["mark"] {
  return () => {
    if (!hasPage()) return { epoch: 0, session: 0, accountId: undefined };
    review.lookSoon();
    const snapshot = state.get();
    const isLate = isAsking(snapshot);
    if (!isLate && room.count() === 0 && !accounts.isUnproven()) accounts.adopt();
    if (run.current() === undefined) accounts.learn();
    const isInExchange = snapshot.status === "verifying";
    return { epoch: snapshot.epoch, ...accounts.mark(), isLate, isInExchange, isByPerson: isByPerson() };
  };
}
