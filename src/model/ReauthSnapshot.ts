import type { Diagnosis } from "./Diagnosis.js";

/** A person as a page may name them. */
export interface AccountName {
  readonly name: string;
  /** A picture: `https:`, a path of this origin, or a `data:` or `blob:` address. */
  readonly avatarUrl?: string | undefined;
}

/** The reauthorization as it stands, for what shows it. A new object at each change, the same one in between. */
export interface ReauthSnapshot {
  readonly status: ReauthStatus;
  /** Why it failed. Null unless `status` is `failed`. */
  readonly reason: FailureReason | null;
  /** What made it necessary, and on `failed` what the provider said if it said something. */
  readonly diagnosis: Diagnosis | null;
  /** How many calls wait for it or failed for want of it. */
  readonly affected: number;
  /** How many of them read, and are asked for again after it. */
  readonly reloads: number;
  /** How many of these have come since. */
  readonly restored: number;
  /** How many held changes were sent since, and failed by nothing that the kit has seen: whether your API took them it can't know. */
  readonly sent: number;
  /** How many calls are not over yet: they are asked for again, or sent. */
  readonly unsettled: number;
  /** Whether calls failed with several codes: `diagnosis` is only the first of them. */
  readonly mixed: boolean;
  /** How many changes are held until the sign-in. */
  readonly changes: number;
  /**
   * How many acts of the person it is about: a change, a click, a start. 0 while only calls in the background failed: nothing may
   * interrupt then.
   */
  readonly acts: number;
  /** The person put the prompt aside without a decision. */
  readonly folded: boolean;
  /** Who was signed in, as the client's `account` named them. */
  readonly account: AccountName | null;
  /** Who has signed in instead, or perhaps instead. */
  readonly otherAccount: AccountName | null;
  /** How many held changes wait for a person's yes: not marked as safe to send again, or perhaps another account's. */
  readonly toConfirm: number;
  /** What some of them do, by the labels of their calls: `POST /notes`. */
  readonly waiting: readonly string[];
  /** At that question: it can't be told whether the account that is signed in made them. `otherAccount` names it where that is known. */
  readonly unsure?: boolean | undefined;
  /** The sign-in window seems closed; it may only be out of sight. */
  readonly windowClosed: boolean;
  /** The sign-in window was open when this status began, and only the person can close it. */
  readonly windowLeft?: boolean | undefined;
  /** The sign-in came back without its state, so its answer can't be taken: the person starts on another way. */
  readonly lostState: boolean;
  /** Another tab of the app signs in, for this one as well. */
  readonly elsewhere: boolean;
  /** Who signs in, as the flow names it; null for QQ where it names nothing. */
  readonly provider: Provider | null;
  /** Of a client with several flows: each one's own, while this is the one that asks. */
  readonly providers?: readonly ReauthSnapshot[] | undefined;
  /** Raised by each success. A failure of a call that began in an older epoch opens no prompt. */
  readonly epoch: number;
  /** The epoch in which the account that is signed in came: what calls that began before it read is another account's. */
  readonly accountEpoch: number;
}

/** How a held change is sent again: by itself, after one question, or never. */
export type ReplayRule = "auto" | "confirm" | "never";

/** Where a reauthorization stands. */
export type ReauthStatus =
  "idle" | "required" | "opening" | "waiting" | "verifying" | "succeeded" | "cancelled" | "failed";

/** Why a reauthorization did not succeed. */
export type FailureReason =
  | "popupBlocked"
  | "popupClosed"
  | "timeout"
  | "denied"
  | "stateMismatch"
  | "accountMismatch"
  | "callbackError"
  | "exchangeFailed"
  | "embedded"
  | "unsupported"
  | "loop";

/** Who signs people in. */
export interface Provider {
  /** In small letters, for records: an answer is taken only from the one that was asked. */
  readonly id: string;
  /** As sentences name it: `微信`. */
  readonly name: string;
}

/** Another account has signed in. */
export interface AccountChange {
  readonly previous: string;
  readonly next: string;
  /** Where, if the flow names it. */
  readonly provider?: Provider | undefined;
}

/** Whose a call is, noted when it begins. */
export interface AccountMark {
  readonly session: number;
  readonly accountId: string | undefined;
}

/** Whose session it is now, seen from an earlier one: the same account's, another's, or that can't be known. */
export type Belonging = "same" | "other" | "unknown";

/** When a call began, and whose it is. */
export interface CallMark extends AccountMark {
  readonly epoch: number;
  /** A person was being asked to sign in already: it counts for none that waits. */
  readonly isLate?: boolean;
  /** A code was being exchanged: it may be a call of the sign-in itself. */
  readonly isInExchange?: boolean;
  /** It began at a person's click or key press. */
  readonly isByPerson?: boolean;
  /** How often a person had put the prompt off by then. */
  readonly dismissals?: number;
  /** It changes something. */
  readonly isChange?: boolean;
  /** It reads again what is there already: a poll, a regained focus. */
  readonly isBackground?: boolean | undefined;
  /** Of a client with several flows: how it stood with each of them. */
  readonly providers?: readonly CallMark[] | undefined;
}

/** When something began, as a mark or a snapshot noted it. */
export interface Begun {
  readonly epoch: number;
  readonly providers?: readonly { readonly epoch: number }[] | undefined;
}
