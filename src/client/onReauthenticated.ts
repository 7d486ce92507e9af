import type { Reauth } from "./Reauth.js";

/** What a data layer does after a sign-in. */
export interface ReauthListener {
  /** The same person goes on, or it can't be known whether another one does: what failed for want of it may be asked for again. */
  heal(): void;
  /** What is there was read by another account. May be told again. */
  drop(): void;
}

/**
 * Tells each success once. What comes after a person was taken for another one is told as theirs until they accept it. Before
 * a success, `heal` is told to find out whether there is a session; a good answer is reported by `reauth.renewed()`.
 */
export function onReauthenticated(
  { getSnapshot, subscribe, onProbe }: Reauth,
  { heal, drop }: ReauthListener,
): () => void {
  let { epoch, accountEpoch } = getSnapshot();
  let isForeign = false;
  const offProbe = onProbe(heal);
  const off = subscribe(() => {
    const { status, reason, ...now } = getSnapshot();
    // the person goes on with the account that signed in: what is here now is theirs
    if (status === "cancelled") isForeign = false;
    if (now.epoch === epoch) return;
    const wasForeign = isForeign || now.accountEpoch !== accountEpoch;
    ({ epoch, accountEpoch } = now);
    isForeign = reason === "accountMismatch";
    if (isForeign || wasForeign) drop();
    else heal();
  });
  return () => {
    offProbe();
    off();
  };
}
