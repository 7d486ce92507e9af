import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import { cancellation } from "./cancellation.js";
import type { WaitingRoom } from "./createWaitingRoom.js";
import type { Reauth } from "./Reauth.js";

/** What a failed call is judged by. */
export interface HoldParts extends Pick<Reauth, "require"> {
  readonly room: WaitingRoom;
  readonly canAsk: boolean;
  get(): ReauthSnapshot;
  /** Calls that began before it were somebody else's: they are never sent again. */
  ownEpoch(): number;
}

/** Keeps a failed call while somebody can be asked, and lets go on at once what is healed already. */
export function createHold({ room, canAsk, get, ownEpoch, require }: HoldParts): Reauth["hold"] {
  return async (diagnosis, waiter, epoch) => {
    if (epoch < ownEpoch()) throw cancellation();
    const isHealed = epoch < get().epoch;
    if (isHealed && waiter.replay === "auto") return;
    require(diagnosis, epoch);
    const { status, reason } = get();
    const isUnasked = !canAsk || status === "idle" || status === "cancelled" || reason === "loop";
    const isOver = isUnasked || (status === "succeeded" && !isHealed);
    if (isOver) throw waiter.error;
    return room.enter(waiter);
  };
}
