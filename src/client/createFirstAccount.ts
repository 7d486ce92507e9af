import { accountIdOf } from "../base/accountId.js";
import { attempt } from "../base/safely.js";
import type { Accounts, AccountWord, FirstAccount } from "./Accounts.js";

/** Whose a call is, as long as nothing has failed: only the app can have changed the account. */
interface FirstAccounts extends Pick<Accounts, "mark" | "belonging" | "current" | "leave"> {
  /** What the accounts go on from. */
  known(): FirstAccount;
}

/** So long after a sign-in or a log-out the app may still be about to write down who is there. */
export const reviewMs = 10_000;

/** What the app says of who is signed in. Total. */
export function createAccountWord(accountId: () => unknown): AccountWord {
  let last: string | undefined;
  let arrivals = 0;
  let outdated: string | undefined;
  let until = 0;

  function read(): string | undefined {
    const id = attempt(() => accountIdOf(accountId()));
    if (id !== undefined && id !== last) arrivals += 1;
    return (last = id);
  }

  return {
    read,
    said() {
      const id = read();
      if (id === undefined || (id === outdated && performance.now() < until)) return undefined;
      outdated = undefined;
      return id;
    },
    doubt(id, ms = Infinity) {
      outdated = id;
      until = performance.now() + ms;
    },
    isDoubted: () => outdated !== undefined,
    arrivals() {
      read();
      return arrivals;
    },
  };
}

/** Follows what the app says of its account. Who is named no more has signed out, unless a sign-in is asked for (`isLate`). */
export function createFirstAccount(accountId: () => unknown, isLate: () => boolean): FirstAccounts {
  const word = createAccountWord(accountId);
  let present: string | undefined;
  let session = 0;
  let former: FirstAccount["former"];

  function current(): string | undefined {
    const id = word.said();
    if (id === undefined) return present;
    if (present !== undefined && id !== present) session += 1;
    former = undefined;
    return (present = id);
  }

  function leave(): void {
    former ??= { id: present };
    present = undefined;
  }

  return {
    // in this order: to ask may end a session
    mark() {
      if (!isLate() && present !== undefined && word.said() === undefined) leave();
      return { accountId: current(), session };
    },
    belonging({ session: begun, accountId: id }) {
      const now = current();
      return (id !== undefined && now !== undefined ? id !== now : begun < session) ? "other" : "same";
    },
    current,
    leave() {
      leave();
      word.doubt(word.read(), reviewMs);
      session += 1;
    },
    known: () => ({ present, session, former, word }),
  };
}
