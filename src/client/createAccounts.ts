import { accountIdOf } from "../base/accountId.js";
import { attempt } from "../base/safely.js";
import type { AccountParts, Accounts, AccountVerdict, FirstAccount, NewSession } from "./Accounts.js";

/** So long after a sign-in the app may still be about to write down who it was. */
const reviewMs = 10_000;

/** Where the app names no account after a sign-out, the account before it is kept, to be compared with the next one. */
export function createAccounts({ accountId, onAccountChange }: AccountParts, first: FirstAccount): Accounts {
  /** Whose data and calls the page holds. */
  let { present, session } = first;
  let isKnown = true;
  /** The account that is expected back, until another one is accepted. */
  let wanted: string | undefined;
  /** What the app said when a server said otherwise: not written down yet. */
  let outdated: string | undefined;
  /** What the app said at the last judgement. */
  let wordThen: string | undefined;
  let ownSince = session;
  let unsureSince = 0;
  let reviewUntil = -Infinity;

  const read = (): string | undefined => attempt(() => accountIdOf(accountId()));

  function said(): string | undefined {
    const id = read();
    if (id === undefined || id === outdated) return undefined;
    outdated = undefined;
    return id;
  }

  /** What the app has written down since the last judgement is known as well. */
  function isSure(): boolean {
    return isKnown || (wordThen === undefined && said() !== undefined);
  }

  function current(): string | undefined {
    return said() ?? (isKnown ? present : undefined);
  }

  const isUnproven = (): boolean => performance.now() < reviewUntil;

  function look({ accountId: told, isToldToApp = true, isRenewal }: NewSession): {
    readonly next: string | undefined;
    readonly verdict: AccountVerdict;
  } {
    const word = said();
    const isFreshWord = word !== undefined && (isToldToApp || word !== present);
    const next = told ?? (isFreshWord ? word : undefined);
    const target = wanted ?? present;
    if (next === undefined || present === undefined) return { next, verdict: isRenewal === true ? "same" : "unknown" };
    if (next !== target) return { next, verdict: "other" };
    if (next !== present) return { next, verdict: "back" };
    return { next, verdict: told !== undefined || isSure() ? "same" : "unknown" };
  }

  return {
    mark: () => ({ session, accountId: current() }),
    current,
    belonging({ session: begun, accountId: id }) {
      const now = current();
      const isNamed = id !== undefined && now !== undefined;
      if (isNamed ? id !== now : begun < ownSince) return "other";
      return begun >= unsureSince || (isNamed && isSure()) ? "same" : "unknown";
    },
    learn() {
      present ??= said();
    },
    adopt() {
      const word = said();
      if (word === undefined || word === present || wanted !== undefined) return;
      if (present !== undefined) ownSince = session += 1;
      present = word;
      isKnown = true;
    },
    foresee: (given) => look(given).verdict,
    newsOf(given) {
      const { next, verdict } = look(given);
      return given.accountId ?? (verdict === "other" || verdict === "back" ? next : undefined);
    },
    judge(given, onCrash) {
      const { next, verdict } = look(given);
      const previous = present;
      const target = wanted ?? present;
      wordThen = read();
      outdated = given.accountId !== undefined && wordThen !== given.accountId ? wordThen : undefined;
      session += 1;
      reviewUntil = given.accountId === undefined ? performance.now() + reviewMs : -Infinity;
      isKnown = next !== undefined;
      if (verdict === "other") wanted = target;
      else if (verdict !== "unknown") wanted = undefined;
      if (verdict === "other" || verdict === "back") ownSince = session;
      if (verdict === "unknown") unsureSince = session;
      present = next ?? present;
      if (next === undefined || previous === undefined || next === previous) return verdict;
      try {
        onAccountChange({ previous, next });
      } catch (error) {
        onCrash(error);
      }
      return verdict;
    },
    doubt() {
      unsureSince = session += 1;
      wordThen = said();
      isKnown = false;
      reviewUntil = performance.now() + reviewMs;
    },
    hasChanged() {
      const word = isUnproven() ? said() : undefined;
      return word !== undefined && present !== undefined && word !== present;
    },
    isUnproven,
    accept() {
      wanted = undefined;
    },
  };
}

declare const process: { readonly env: { readonly NODE_ENV?: string } };

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
