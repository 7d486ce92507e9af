import { accountIdOf } from "../base/accountId.js";
import { attempt, read } from "../base/safely.js";
import type { SessionAnswer } from "../model/ReauthFlow.js";

/** So long after another tab's renewal its outcome counts for what fails here. */
const newsMs = 10_000;

type Share = (signal: AbortSignal, renew: () => Promise<SessionAnswer>) => Promise<SessionAnswer>;

/** Renews in one tab at a time, since a refresh token is used once: those that waited take what came of it. Without a name or locks, each tab renews. */
export function createSharedRenewal(
  sharedAs: string | undefined,
  bornAt: number,
  accountId: () => string | undefined,
): Share {
  const locks = attempt(() => navigator.locks);
  if (sharedAs === undefined || !locks) return async (_signal, renew) => renew();
  const name = `te-renewed ${sharedAs}`;
  let seenAt = bornAt;
  // what is stored names no account
  const who = (id = accountId() ?? ""): number =>
    Array.from(id).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);

  async function underLock(renew: () => Promise<SessionAnswer>): Promise<SessionAnswer> {
    const told: unknown = attempt(() => JSON.parse(localStorage.getItem(name) ?? "null") as unknown);
    const at = Number(read(told, "at"));
    if (at > seenAt && at > Date.now() - newsMs) {
      seenAt = at;
      if (read(told, "ok") !== true) throw new Error("another tab could not renew the session");
      const own = accountId();
      return { accountId: own === undefined || read(told, "who") === who() ? own : null };
    }
    const note = (ok: boolean, id?: string): void => {
      seenAt = Date.now();
      attempt(() => localStorage.setItem(name, JSON.stringify({ at: seenAt, ok, who: who(id) })));
    };
    try {
      const session = await renew();
      note(true, accountIdOf(session.accountId));
      return session;
    } catch (error) {
      note(false);
      throw error;
    }
  }

  return async (signal, renew) => {
    let outcome: Promise<SessionAnswer> | undefined;
    await locks.request(name, { signal }, async () => {
      outcome = underLock(renew);
      // a renewal that hangs keeps no other tab waiting
      await Promise.race([outcome.catch(() => undefined), ended(signal)]);
    });
    return outcome ?? {};
  };
}

async function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
