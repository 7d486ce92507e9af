import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Accounts } from "./Accounts.js";
import type { Reauth } from "./Reauth.js";
import { cancellation } from "./cancellation.js";
import { isReauthPending, type ReauthStore } from "./createReauthState.js";
import type { Review } from "./createReview.js";
import type { Run } from "./createRun.js";
import type { HeldCalls } from "./heldCalls.js";
import { isByPerson } from "./repeatedCalls.js";
import { hasPage } from "./store.js";

/** What a failed call is judged by. */
interface HoldParts extends Pick<Reauth, "require"> {
  readonly room: HeldCalls;
  readonly accounts: Pick<Accounts, "belonging">;
  readonly review: Pick<Review, "isSettling">;
  readonly canAsk: boolean;
  isOff(): boolean;
  get(): ReauthSnapshot;
}

/** Keeps a failed call while somebody can be asked, and lets go on at once what is healed already. */
export function createHoldCall({ room, accounts, review, canAsk, isOff, get, require }: HoldParts): Reauth["hold"] {
  return async (diagnosis, waiter) => {
    if (isOff()) throw waiter.error;
    const belonging = accounts.belonging(waiter.mark);
    if (belonging === "other") throw cancellation();
    const isHealed = waiter.mark.epoch < get().epoch;
    if (isHealed && waiter.replay === "auto" && belonging === "same" && !review.isSettling()) return "go";
    if (diagnosis.retry === "auth") require(diagnosis, waiter.mark);
    const { status, reason } = get();
    const isUnasked = !canAsk || status === "idle" || status === "cancelled" || reason === "loop";
    const isOver = isUnasked || (status === "succeeded" && !isHealed);
    if (isOver) throw waiter.error;
    const { isInExchange = false, isByPerson = false, epoch } = waiter.mark;
    if (!isInExchange || isByPerson || status !== "verifying") return room.add(waiter);
    return room.add({ ...waiter, isStuck: () => get().status === "verifying" && get().epoch === epoch });
  };
}

/** What a mark is read from. */
interface MarkParts {
  readonly state: Pick<ReauthStore, "get">;
  readonly room: Pick<HeldCalls, "count">;
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
    const isLate = isReauthPending(snapshot);
    if (!isLate && room.count() === 0 && !accounts.isUnproven()) accounts.adopt();
    if (run.current() === undefined) accounts.learn();
    const isInExchange = snapshot.status === "verifying";
    return { epoch: snapshot.epoch, ...accounts.mark(), isLate, isInExchange, isByPerson: isByPerson() };
  };
}
