import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { Probe } from "./sessionCheck.js";
import type { Reauth } from "./Reauth.js";

/** What a data layer does after a sign-in. */
export interface ReauthListener {
  /** The same person goes on, or it can't be known whether another one does: what failed for want of it may be asked for again. */
  heal(): void;
  /** What is there was read by another account. May be told again. */
  drop(): void;
  /** One call finds out whether there is a session, and a good answer is reported by `reauth.renewed()`. */
  readonly probe: Probe;
}

/**
 * Tells each success once, also one after `since` that has been already. What comes after a person was taken for another one is told as theirs until they accept it.
 */
export function onReauthenticated(
  { getSnapshot, subscribe, onProbe }: Reauth,
  listener: ReauthListener,
  since: Pick<ReauthSnapshot, "epoch" | "accountEpoch"> = getSnapshot(),
): () => void {
  const { heal, drop, probe } = listener;
  let { epoch, accountEpoch } = since;
  let isForeign = false;
  const offProbe = onProbe(probe);
  const follow = (): void => {
    const { status, reason, ...now } = getSnapshot();
    // the person goes on with the account that signed in: what is here now is theirs
    if (status === "cancelled") isForeign = false;
    if (now.epoch === epoch) return;
    const wasForeign = isForeign || now.accountEpoch !== accountEpoch;
    ({ epoch, accountEpoch } = now);
    isForeign = reason === "accountMismatch";
    if (isForeign || wasForeign) drop();
    else heal();
  };
  const off = subscribe(follow);
  follow();
  return () => {
    offProbe();
    off();
  };
}
