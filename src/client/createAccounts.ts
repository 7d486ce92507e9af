import { isSimilarId } from "../base/accountId.js";
import { createAccountWord, reviewMs } from "./createFirstAccount.js";
import type { AccountParts, Accounts, AccountVerdict, FirstAccount, Judged, NewSession } from "./Accounts.js";

/** Whose page it is, as the app, servers and other tabs say it one after another. */
export function createAccounts({ accountId, onAccountChange, canAskApp }: AccountParts, first: FirstAccount): Accounts {
  /** Whose data and calls the page holds, and who left it last, as long as nobody is signed in. */
  let { present, session, former } = first;
  let isVisitor = canAskApp;
  let isKnown = true;
  /** The account that is expected back, until another one is accepted. */
  let wanted: string | undefined;
  // doubted is what it said when a server said otherwise, or named somebody who may be another
  const { read, said, arrivals, ...word } = first.word ?? createAccountWord(accountId);
  /** What the app said at the last judgement. */
  let wordThen: string | undefined;
  /** What the last answer named the person by. */
  let seen: readonly string[] = [];
  let ownSince = session;
  let unsureSince = 0;
  let reviewUntil = -Infinity;
  /** How many persons the app had named when one left. */
  let namedThen = 0;
  /** Whether the app named somebody when that was followed last. */
  let wasNamed = said() !== undefined;

  /** What the app has written down since the last judgement is known as well. */
  function isSure(): boolean {
    return isKnown || (wordThen === undefined && said() !== undefined);
  }

  function current(): string | undefined {
    return said() ?? (isKnown ? present : undefined);
  }

  const isNobody = (): boolean => former !== undefined || (isVisitor && current() === undefined);
  const isUnproven = (): boolean => performance.now() < reviewUntil;

  function look({ accountId, ids = [], isToldToApp = true, isRenewal = false }: NewSession): Judged {
    const now = said();
    const isSeen = ids.some((id) => seen.includes(id));
    const isNamed = now !== undefined && ids.includes(now);
    const isStranger = !isSeen && !isNamed && ids.some((id) => [now, ...seen].some((each) => isSimilarId(each, id)));
    const isAlike = isSeen || (isRenewal && !isStranger);
    // what the app has said all along counts where it was told of the sign-in and nothing speaks against it
    const isFreshWord = now !== undefined && (now !== present || isNamed || (isToldToApp && !isStranger));
    const next = accountId ?? (isFreshWord ? now : isAlike && isKnown ? present : undefined);
    const isDoubted = isStranger || (isSeen && word.isDoubted());
    const verdictOf = (): AccountVerdict => {
      if (former !== undefined && (next === undefined || next !== former.id)) return "new";
      if (next === undefined || present === undefined) return isAlike && wanted === undefined ? "same" : "unknown";
      if (next !== (wanted ?? present)) return "other";
      if (next !== present) return "back";
      return accountId !== undefined || isNamed || isSure() ? "same" : "unknown";
    };
    return { next, verdict: verdictOf(), isDoubted };
  }

  function leave(): void {
    former ??= { id: present };
    present = wanted = undefined;
    isKnown = true;
    seen = [];
    reviewUntil = -Infinity;
    namedThen = arrivals();
  }

  function come(id: string | undefined): void {
    present = id;
    former = undefined;
    isVisitor = false;
  }

  return {
    ...{ current, isUnproven, arrivals, isNobody },
    mark: () => ({ session, accountId: current() }),
    belonging({ session: begun, accountId: id }) {
      const now = current();
      const isNamed = id !== undefined && now !== undefined;
      if (isNamed ? id !== now : begun < ownSince) return "other";
      return begun >= unsureSince || (isNamed && isSure()) ? "same" : "unknown";
    },
    learn(accountId) {
      present ??= said() ?? accountId;
    },
    follow(isFree) {
      const id = said();
      const hasLeft = wasNamed && id === undefined;
      wasNamed = id !== undefined;
      if (isFree && hasLeft) leave();
      if (!isFree || id === undefined) return false;
      // what the app said before a log-out stands again where it has not changed
      const hasCome = former !== undefined && arrivals() !== namedThen;
      const isOther = present !== undefined && id !== present && wanted === undefined && !isUnproven();
      if (isOther) ownSince = session += 1;
      if (isOther || present === undefined) isKnown = true;
      come(isOther ? id : (present ?? id));
      return hasCome || isOther;
    },
    leave() {
      leave();
      word.doubt(read(), reviewMs);
      ownSince = session += 1;
      wasNamed = false;
    },
    restore({ accountId: id }) {
      if (id !== undefined && id === former?.id) come(id);
    },
    foresee: (given) => look(given).verdict,
    newsOf(given) {
      const { next, verdict } = look(given);
      return given.accountId ?? (verdict === "same" || verdict === "unknown" ? undefined : next);
    },
    judge(given) {
      const { next, verdict, isDoubted } = look(given);
      const previous = present ?? former?.id;
      const target = wanted ?? present;
      wordThen = read();
      seen = given.ids ?? [];
      const isNamed = seen.some((id) => id === wordThen);
      const isOutdated = given.accountId === undefined ? isDoubted && !isNamed : wordThen !== given.accountId;
      word.doubt(isOutdated ? wordThen : undefined);
      wasNamed = said() !== undefined;
      session += 1;
      reviewUntil = given.accountId === undefined ? performance.now() + reviewMs : -Infinity;
      isKnown = next !== undefined;
      if (verdict === "other") wanted = target;
      else if (verdict !== "unknown") wanted = undefined;
      if (verdict === "other" || verdict === "back") ownSince = session;
      if (verdict === "unknown" || verdict === "new") unsureSince = session;
      come(next ?? present);
      if (next !== undefined && previous !== undefined && next !== previous) onAccountChange({ previous, next });
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
      const id = isUnproven() ? said() : undefined;
      return id !== undefined && present !== undefined && id !== present;
    },
    accept() {
      wanted = undefined;
    },
  };
}
