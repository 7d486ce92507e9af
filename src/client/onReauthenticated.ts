import type { Diagnosis } from "../model/Diagnosis.js";
import type { Begun, ReauthSnapshot } from "../model/ReauthSnapshot.js";
import type { AccountChoice } from "./accountChoice.js";
import type { Probe, Reauth } from "./Reauth.js";

/** What a data layer does after a sign-in. */
interface ReauthListener {
  /** The same person goes on, or it can't be known whether another one does: what failed for want of it may be asked for again after `waitMs`. `isIts`: with several flows, which failures this sign-in heals. */
  heal(isIts: (diagnosis: Diagnosis) => boolean, waitMs: number | undefined): void;
  /** What is there was read by another account. May be told again. What is asked for now waits for the choice. */
  drop(): void;
  readonly choice: AccountChoice;
  /** One call finds out whether there is a session, and a good answer is reported by `reauth.renewed()`. */
  readonly probe: Probe;
}

/**
 * Tells each success once, also one after `since` that has been already. What comes after a person was taken for another one is told as theirs until they accept it.
 */
export function onReauthenticated(
  { getSnapshot, subscribe, onProbe, isHealed, waitMs }: Reauth,
  listener: ReauthListener,
  since: Begun & Pick<ReauthSnapshot, "accountEpoch"> = getSnapshot(),
): () => void {
  const { heal, drop, probe, choice } = listener;
  let before = since;
  let isForeign = false;
  const offProbe = onProbe(probe);
  const follow = (): void => {
    const { status, reason, ...now } = getSnapshot();
    // the person goes on with the account that signed in: what is here now is theirs
    if (status === "cancelled" || status === "idle") {
      isForeign = false;
      choice.accept();
    }
    const begun = before;
    if (now.epoch === begun.epoch) return;
    const wasForeign = isForeign || now.accountEpoch !== begun.accountEpoch;
    before = now;
    isForeign = reason === "accountMismatch";
    if (isForeign) choice.ask();
    else choice.forget();
    if (isForeign || wasForeign) drop();
    else heal((diagnosis) => isHealed(begun, diagnosis), waitMs());
  };
  const off = subscribe(follow);
  follow();
  return () => {
    offProbe();
    off();
  };
}
