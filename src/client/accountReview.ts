import type { Accounts } from "./Accounts.js";

/** Looks again whether it was the same account, where only the app's word said so. */
export interface AccountReview {
  /** Finds out now. Whether another account has come to light. */
  look(): boolean;
  /** The same, but not in the middle of what runs now: a call may begin while a page renders. */
  lookSoon(): void;
  /** Goes on with what rests on the word, once it has had the time to change, and not before `waitMs`. */
  settle(goOn: () => void, waitMs?: number): void;
  /** Whether it waits for that. */
  isSettling(): boolean;
  close(): void;
}

/** An app that writes down who it is after `exchange`, at the news or by a call, has done so by then. */
const settleMs = 250;

/** A review of who is signed in. `onChange`: it was another account. */
export function createAccountReview({ isUnproven, hasChanged }: Accounts, onChange: () => void): AccountReview {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;

  function close(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function look(): boolean {
    if (!hasChanged()) return false;
    close();
    onChange();
    return true;
  }

  return {
    look,
    lookSoon() {
      if (isDue || !hasChanged()) return;
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        look();
      });
    },
    settle(goOn, waitMs = 0) {
      close();
      const ms = Math.max(waitMs, isUnproven() ? settleMs : 0);
      if (ms === 0) {
        goOn();
        return;
      }
      timer = setTimeout(() => {
        timer = undefined;
        if (!look()) goOn();
      }, ms);
    },
    isSettling: () => timer !== undefined,
    close,
  };
}
