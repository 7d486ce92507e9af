import { isAsking } from "./isAsking.js";
import { isByPerson } from "./isByPerson.js";
import type { Reauth } from "./Reauth.js";

/** What failed for want of a sign-in and would only fail again. */
export interface Refused {
  /** @throws what this reading failed with, while somebody is asked to sign in, and for a while after they said no. */
  check(key: string | undefined): void;
  add(key: string | undefined, error: unknown): void;
}

/** Polls at ever new addresses push out the oldest. */
const maxKept = 200;

/** One entry for each reading. A person who asks for it again is never refused. */
export function createRefused({ getSnapshot, isCoolingDown }: Pick<Reauth, "getSnapshot" | "isCoolingDown">): Refused {
  const refused = new Map<string, { readonly error: unknown; readonly epoch: number }>();
  return {
    check(key) {
      if (key === undefined || refused.size === 0) return;
      const snapshot = getSnapshot();
      if (!isAsking(snapshot) && !isCoolingDown()) {
        refused.clear();
        return;
      }
      const found = refused.get(key);
      if (found?.epoch === snapshot.epoch && !isByPerson()) throw found.error;
    },
    add(key, error) {
      if (key === undefined) return;
      refused.delete(key);
      refused.set(key, { error, epoch: getSnapshot().epoch });
      const [oldest] = refused.keys();
      if (refused.size > maxKept && oldest !== undefined) refused.delete(oldest);
    },
  };
}
