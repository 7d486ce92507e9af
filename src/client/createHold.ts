import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { cancellation } from "./cancellation.js";
import type { Accounts } from "./Accounts.js";
import type { Review } from "./createReview.js";
import type { WaitingRoom } from "./createWaitingRoom.js";
import type { Reauth } from "./Reauth.js";

/** What a failed call is judged by. */
export interface HoldParts extends Pick<Reauth, "require"> {
  readonly room: WaitingRoom;
  readonly accounts: Pick<Accounts, "belonging">;
  readonly review: Pick<Review, "isSettling">;
  readonly canAsk: boolean;
  isOff(): boolean;
  get(): ReauthSnapshot;
}

/** Keeps a failed call while somebody can be asked, and lets go on at once what is healed already. */
export function createHold({ room, accounts, review, canAsk, isOff, get, require }: HoldParts): Reauth["hold"] {
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
    if (!isInExchange || isByPerson || status !== "verifying") return room.enter(waiter);
    return room.enter({ ...waiter, isStuck: () => get().status === "verifying" && get().epoch === epoch });
  };
}
