import { attempt } from "../base/safely.js";
import type { Accounts } from "./Accounts.js";
import type { ReauthEngine } from "./Engine.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

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

/** At what a person does, and at a change of the address where the browser tells of it. */
const chances = ["click", "keydown", "popstate"] as const;

/**
 * Closes the prompt of a person who has signed out: the app named an account at what they did while the prompt asked, and names none
 * any more. An app that forgets its account with the failure names none from the beginning. What is held is never dropped by this.
 */
export function watchDeparture(
  { subscribe, getSnapshot, leave }: ReauthEngine,
  isNamed: () => boolean,
  isOff: () => boolean,
): void {
  let isWatching = false;
  /** How many calls had failed when the app last named an account. Undefined: it has named none. */
  let named: number | undefined;

  subscribe(() => {
    const { status, reason } = getSnapshot();
    // not while a person signs in or chooses between two accounts: the app may write down who it is
    watch(status === "required" || (status === "failed" && reason !== "accountMismatch"));
  });

  function watch(isOn: boolean): void {
    if (isWatching === isOn) return;
    isWatching = isOn;
    named = undefined;
    const change = isOn ? "addEventListener" : "removeEventListener";
    // before the app hears of it, so that it still names who signs out
    attempt(() => chances.forEach((name) => window[change](name, look, true)));
    attempt(() => (window as { readonly navigation?: EventTarget }).navigation?.[change]("currententrychange", look));
  }

  function look({ target }: Event): void {
    if (isOff()) return watch(false);
    // who answers the prompt has not left
    if (attempt(() => (target as Element).closest("[data-part]") !== null) === true) return;
    const { affected, changes } = getSnapshot();
    if (isNamed()) named = affected;
    else if (named !== undefined && changes === 0) {
      // one that failed meanwhile is why the app forgot who was there
      const hasLeft = named === affected;
      named = undefined;
      if (hasLeft) leave();
    }
  }
}

/** Says in development, once, that nothing tells who has signed in. */
export function createAccountHint(): () => void {
  let isSaid = false;
  return () => {
    if (isSaid) return;
    isSaid = true;
    attempt(() => {
      if (process.env.NODE_ENV !== "production") warn();
    });
  };
}

function warn(): void {
  // eslint-disable-next-line no-console -- for developers, where an error would end a sign-in that has succeeded
  console.warn(
    "[tencent-error-kit] exchange told no account, and the client has no accountId. It can't be known whether the same person " +
      'has come back, so each held change is asked about before it is sent, also with replay: "auto". Return { accountId } from ' +
      "exchange, as your server knows it, or give createTencentErrorClient an accountId.",
  );
}
