import { read } from "../core/read.js";
import type { FailureBoard } from "./createFailureBoard.js";
import { isAsking } from "./isAsking.js";
import type { TencentErrorClient } from "./TencentErrorClient.js";

/** What the page says is known by. */
export interface ShowsParts extends Pick<TencentErrorClient, "diagnose"> {
  readonly board: Pick<FailureBoard, "isClaimed">;
  readonly getSnapshot: TencentErrorClient["reauth"]["getSnapshot"];
}

/** Wrappers of an error that are looked through. */
const maxCauses = 8;

/** A notice has the error, or one inside it; or the prompt asks for the sign-in that it needs. */
export function createShows({ board, diagnose, getSnapshot }: ShowsParts): TencentErrorClient["shows"] {
  return (error) => {
    const { retry, category } = diagnose(error);
    const isAsked = retry === "auth" && (isAsking(getSnapshot()) || getSnapshot().status === "failed");
    // a person who says no needs not be told so
    if (isAsked || category === "cancelled") return true;
    let inner = error;
    for (let depth = 0; depth < maxCauses && inner !== undefined; depth += 1) {
      if (board.isClaimed(inner)) return true;
      inner = read(inner, "cause");
    }
    return false;
  };
}
