/** Buttons, facts and short sentences. */
export interface Labels {
  /** Before the number that a person can quote: `Code {code}`. */
  readonly code: string;
  readonly details: string;
  readonly serverSaid: string;
  /** The page shows data from before the failure: `{time}`. */
  readonly stale: string;
  readonly affected: Plural;
  readonly resumed: Plural;
  readonly waitingChanges: Plural;
  readonly sentChanges: Plural;
  readonly retryIn: Plural;
  readonly retryAt: string;
  /** Instead of the sentence of a rate limit while its countdown runs. */
  readonly willRetry: string;
  readonly retrying: string;
  readonly offline: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly cancel: string;
  readonly done: string;
  readonly tryAgain: string;
  readonly takeOver: string;
  readonly continueHere: string;
  readonly send: string;
  readonly discard: string;
  /** Unfolds the field for what a stranded person sees. */
  readonly stuck: string;
  readonly paste: string;
  readonly check: string;
  /** Where the pasted text is neither a number nor an address. */
  readonly pasteUnclear: string;
  readonly showWindow: string;
  /** Below the name of the person who has to sign in again. */
  readonly lastAccount: string;
  /** Another account, where both are named: `{account}`, `{other}`. */
  readonly otherNamed: string;
  /** What became of changes that were held for a sign-in: another account's, or of one that was called off. */
  readonly notSent: Plural;
  /** Changes that nothing sends again after a sign-in, and what to do. */
  readonly unsent: string;
  /** At the question whether to send changes that perhaps another account made: `{name}`, where it is known, and that it can't be told. */
  readonly signedInAs: string;
  readonly unsureAccount: string;
  /** A blocked window, where the way on leads through this page, and what that costs. */
  readonly blockedHere: string;
  readonly leavesPage: string;
  /** The same where the app keeps what was typed: only what is held is lost, and what to do then. */
  readonly reloadsPage: string;
  /** The sign-in is over in this page, and the browser leaves its window to the person. */
  readonly closeWindow: string;
  /** The two ways on then: `{name}`. */
  readonly continueAs: string;
  readonly switchBack: string;
  readonly switchAccount: string;
  readonly useThisAccount: string;
  /** The title where another account than before has signed in. */
  readonly otherAccount: string;
  readonly newWindow: string;
  /** Said of a link after its name. */
  readonly opensNewWindow: string;
  /** A failure that is over. */
  readonly healed: string;
  /** The button of a page that is to be loaded anew, and the sentence that says so. */
  readonly loadAgain: string;
  readonly loadToContinue: string;
  /** The title of a call that got no answer in time. */
  readonly tookTooLong: string;
  /** Where a part of the page can't be fetched any more. */
  readonly reloadPage: string;
}

/** Those that a notice can need at once. */
export type FirstLabel =
  | "code"
  | "details"
  | "stale"
  | "affected"
  | "retrying"
  | "switchAccount"
  | "opensNewWindow"
  | "tookTooLong"
  | "reloadPage";

/** A sentence that depends on a number: one form for each plural category that the language has. `{count}` is filled in. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The states of the prompt that have a title and a sentence of their own. */
export type PromptState =
  | "required"
  | "opening"
  | "waiting"
  | "windowClosed"
  | "verifying"
  | "succeeded"
  | "cancelled"
  | "failed"
  | "elsewhere"
  | "confirm";
