import { accountIdOf } from "../base/accountId.js";
import { attempt } from "../base/safely.js";
import type { Accounts, FirstAccount } from "./Accounts.js";

/** Whose a call is, as long as nothing has failed: only the app can have changed the account. */
interface FirstAccounts extends Pick<Accounts, "mark" | "belonging" | "current"> {
  /** What the accounts go on from. */
  known(): FirstAccount;
}

/** Follows what the app says of its account. */
export function createFirstAccount(accountId: () => unknown): FirstAccounts {
  let present: string | undefined;
  let session = 0;

  function current(): string | undefined {
    const word = attempt(() => accountIdOf(accountId())) ?? present;
    if (present !== undefined && word !== present) session += 1;
    present = word;
    return word;
  }

  return {
    // in this order: to ask may end a session
    mark: () => ({ accountId: current(), session }),
    belonging({ session: begun, accountId: id }) {
      const now = current();
      return (id !== undefined && now !== undefined ? id !== now : begun < session) ? "other" : "same";
    },
    current,
    known: () => ({ present, session }),
  };
}
