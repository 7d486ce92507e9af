import { accountIdOf } from "../base/accountId.js";
import { attempt } from "../base/safely.js";
import type { AccountParts, Accounts, AccountVerdict, FirstAccount, Judged, NewSession } from "./Accounts.js";

/** So long after a sign-in the app may still be about to write down who it was. */
const reviewMs = 10_000;

/** Where the app names no account after a sign-out, the account before it is kept, to be compared with the next one. */
export function createAccounts({ accountId, onAccountChange }: AccountParts, first: FirstAccount): Accounts {
  /** Whose data and calls the page holds. */
  let { present, session } = first;
  let isKnown = true;
  /** The account that is expected back, until another one is accepted. */
  let wanted: string | undefined;
  /** What the app said when a server said otherwise, or named somebody who may be another: not written down yet. */
  let outdated: string | undefined;
  /** What the app said at the last judgement. */
  let wordThen: string | undefined;
  /** What the last answer named the person by. */
  let seen: readonly string[] = [];
  let ownSince = session;
  let unsureSince = 0;
  let reviewUntil = -Infinity;

  let [lastRead, arrivals]: [id: string | undefined, count: number] = [undefined, 0];

  function read(): string | undefined {
    const id = attempt(() => accountIdOf(accountId()));
    if (id !== undefined && id !== lastRead) arrivals += 1;
    return (lastRead = id);
  }

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

  function look({ accountId, ids = [], isToldToApp = true, isRenewal = false }: NewSession): Judged {
    const word = said();
    const isSeen = ids.some((id) => seen.includes(id));
    const isNamed = word !== undefined && ids.includes(word);
    const isStranger = !isSeen && !isNamed && ids.some((id) => [word, ...seen].some((each) => isSimilar(each, id)));
    const isAlike = isSeen || (isRenewal && !isStranger);
    // what the app has said all along counts where it was told of the sign-in and nothing speaks against it
    const isFreshWord = word !== undefined && (word !== present || isNamed || (isToldToApp && !isStranger));
    const next = accountId ?? (isFreshWord ? word : isAlike && isKnown ? present : undefined);
    const isDoubted = isStranger || (isSeen && outdated !== undefined);
    const verdictOf = (): AccountVerdict => {
      if (next === undefined || present === undefined) return isAlike && wanted === undefined ? "same" : "unknown";
      if (next !== (wanted ?? present)) return "other";
      if (next !== present) return "back";
      return accountId !== undefined || isNamed || isSure() ? "same" : "unknown";
    };
    return { next, verdict: verdictOf(), isDoubted };
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
    learn(accountId) {
      present ??= said() ?? accountId;
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
      const { ids = [] } = given;
      const { next, verdict, isDoubted } = look(given);
      const previous = present;
      const target = wanted ?? present;
      wordThen = read();
      const isNamed = ids.some((id) => id === wordThen);
      const isOutdated = given.accountId === undefined ? isDoubted && !isNamed : wordThen !== given.accountId;
      outdated = isOutdated ? wordThen : undefined;
      seen = ids;
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
      seen = [];
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
    arrivals() {
      read();
      return arrivals;
    },
    accept() {
      wanted = undefined;
    },
  };
}

/**
 * Whether two ids may be of one kind, so that they name two persons where they differ: numbers, addresses, short names, or what is
 * generated to one length.
 */
function isSimilar(one: string | undefined, other: string): boolean {
  const shapeOf = (id: string): string | number =>
    /^\d+$/.test(id) ? "number" : id.includes("@") ? "address" : Math.max(id.length, 16);
  return one !== undefined && shapeOf(one) === shapeOf(other);
}
