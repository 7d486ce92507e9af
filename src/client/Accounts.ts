import type { AccountChange, AccountMark, AccountName, Belonging } from "../model/ReauthSnapshot.js";

/** How a client knows who is signed in, and what it tells of a change. */
export interface AccountParts {
  /** The account that is signed in as far as the app knows. */
  accountId(): unknown;
  onAccountChange(change: AccountChange): void;
  /** Whether the app was asked to say who is signed in. */
  readonly canAskApp: boolean;
}

/** How a client names who is signed in. */
export interface NameParts {
  name(): AccountName | undefined;
}

/** What was known of the account before anything failed. */
export interface FirstAccount {
  readonly present: string | undefined;
  readonly session: number;
  /** Who has signed out, where nobody has signed in since. */
  readonly former?: { readonly id: string | undefined } | undefined;
  readonly word?: AccountWord | undefined;
}

/** What an app says of who is signed in. */
export interface AccountWord {
  read(): string | undefined;
  /** The same, but what is doubted is not said. */
  said(): string | undefined;
  /** As long as the app says this, at most for `ms`, it has not written down yet who is there. Undefined: it is believed. */
  doubt(id: string | undefined, ms?: number): void;
  isDoubted(): boolean;
  /** How often it has begun to name an account. */
  arrivals(): number;
}

/**
 * As `Belonging`; `back`: the first account has returned after another one had come; `new`: after a log-out somebody has signed in who
 * is, or may be, another one.
 */
export type AccountVerdict = Belonging | "back" | "new";

/** What is known of a new session. */
export interface NewSession {
  /** Whose it is, as the server said it. */
  readonly accountId?: string | undefined;
  /** Other ids that the server's answer names the person by. They are compared only: the app's account may be of another kind. */
  readonly ids?: readonly string[] | undefined;
  /** The app was told of it, so what it says now counts. */
  readonly isToldToApp?: boolean | undefined;
  /** It was renewed: where nothing says whose it is, it is whose it was. */
  readonly isRenewal?: boolean | undefined;
  /** How the server names them. */
  readonly otherAccount?: AccountName | undefined;
  /** This client's flow brought it, so the same failure soon after it is a loop. */
  readonly isCounted?: boolean | undefined;
}

/** A new session, compared with whose it was before. `isDoubted`: the server's answer speaks against what the app says. */
export interface Judged {
  readonly next: string | undefined;
  readonly verdict: AccountVerdict;
  readonly isDoubted: boolean;
}

/** Which account the page's data and calls belong to, and which one is signed in. Total. */
export interface Accounts {
  mark(): AccountMark;
  /** Who is signed in, where that is known. */
  current(): string | undefined;
  belonging(mark: AccountMark): Belonging;
  /** Takes what the app says for the account that is there, where none is known; else `accountId`. */
  learn(accountId?: string): void;
  /**
   * Hears what the app says, and takes it for a change of its own making where nothing waits (`isFree`): somebody has signed out, or has signed in by
   * the app's own means. Whether somebody has come who was not there.
   */
  follow(isFree: boolean): boolean;
  /** The app says that nobody is signed in any more, though it may name them for a moment. */
  leave(): void;
  /** Whether nobody is signed in, as far as the app says. */
  isNobody(): boolean;
  /** What waits was begun by who was there last: the app has forgotten them with their session. */
  restore(mark: AccountMark): void;
  /** What `judge` would answer; changes nothing. */
  foresee(session: NewSession): AccountVerdict;
  /** What other tabs may be told of the account. The app's old word is no news: they have one of their own. */
  newsOf(session: NewSession): string | undefined;
  /** Whose session this is now, compared with whose it was before. Tells the app of a change before it answers. */
  judge(session: NewSession): AccountVerdict;
  /** A session may have come, and it can't be known whose: a sign-in was given up after its code was sent to the server. */
  doubt(): void;
  /** Whether the last judgement rests on the app's word, which it may still be about to change: for ten seconds. */
  isUnproven(): boolean;
  /** Whether the app has changed that word. */
  hasChanged(): boolean;
  /** How often the app has begun to name an account, as it does when a person signs in by the app's own means. */
  arrivals(): number;
  /** The person goes on with the account that is signed in. */
  accept(): void;
}
