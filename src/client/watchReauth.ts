import type { Reauth } from "./Reauth.js";

/** What a data layer does after a sign-in. */
export interface ReauthWatcher {
  /** The same person goes on: what failed for want of it may be asked for again. */
  heal(): void;
  /** What is there was read by somebody else. */
  drop(): void;
}

/** Tells each success once. What comes after a person was taken for another one is told as theirs until they accept it. */
export function watchReauth({ getSnapshot, subscribe }: Reauth, { heal, drop }: ReauthWatcher): () => void {
  let { epoch } = getSnapshot();
  let isForeign = false;
  return subscribe(() => {
    const { status, reason, epoch: current } = getSnapshot();
    // the person goes on as whoever signed in: what is here now is theirs
    if (status === "cancelled") isForeign = false;
    if (current === epoch) return;
    epoch = current;
    const wasForeign = isForeign;
    isForeign = reason === "accountMismatch";
    if (isForeign || wasForeign) drop();
    else heal();
  });
}
