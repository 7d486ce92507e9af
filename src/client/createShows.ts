import { facesOf } from "../diagnose/TencentError.js";
import type { TencentErrorClient } from "./TencentErrorClient.js";
import { isReauthOpen } from "./reauthTable.js";
import type { Retries } from "./createRetries.js";
import type { FailureStore } from "./failureStore.js";

/** What the page says is known by. */
interface ShowsParts extends Pick<TencentErrorClient, "diagnose"> {
  readonly board: Pick<FailureStore, "shown">;
  readonly retries: Pick<Retries, "isRepeating">;
  readonly getSnapshot: TencentErrorClient["reauth"]["getSnapshot"];
}

/** A notice has the error, in a wrapper or out of one; or the prompt asks for the sign-in that it needs. */
export function createShows({ board, retries, diagnose, getSnapshot }: ShowsParts): TencentErrorClient["shows"] {
  return (error) => {
    const { retry, category } = diagnose(error);
    const isAsked = retry === "auth" && isReauthOpen(getSnapshot());
    // a person who says no needs not be told so
    if (isAsked || category === "cancelled") return true;
    const faces = facesOf(error);
    const isSame = (shown: unknown): boolean => [...facesOf(shown)].some((face) => faces.has(face));
    return [...faces].some(retries.isRepeating) || board.shown().some(isSame);
  };
}
