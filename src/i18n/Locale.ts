import type { TableCode } from "../catalog/tableCodes.js";
import type { ActionKind } from "../model/Message.js";
import type { FirstLabel, Labels, Plural, PromptState } from "./Labels.js";
import type { Category, Remedy } from "../model/Diagnosis.js";
import type { FailureReason } from "../model/ReauthSnapshot.js";

/** What a person is told about one kind of trouble. */
export interface Words {
  readonly title: string;
  readonly description: string;
}

/** What a notice can say at once. */
export interface FirstWords {
  readonly categories: Readonly<Record<Category, Words>>;
  /** Where one code is other news than its category. */
  readonly titles: Readonly<Partial<Record<TableCode, string>>>;
  /** Where one code deserves another sentence than its category. */
  readonly codes: Readonly<Partial<Record<TableCode, string>>>;
  readonly actions: Readonly<Record<ActionKind, string>>;
  readonly labels: Pick<Labels, FirstLabel>;
}

/** What is said from then on: of a sign-in, of a report, on the return page. */
export interface LaterWords {
  readonly labels: Omit<Labels, FirstLabel>;
  readonly prompt: Readonly<Record<Exclude<PromptState, "confirm">, Words>> & {
    /** The title counts the changes that wait to be sent. */
    readonly confirm: { readonly title: Plural; readonly description: string };
  };
  readonly reasons: Readonly<Record<FailureReason, string>>;
  /** The report that a person reads before it goes to support. */
  readonly ticket: {
    readonly title: string;
    readonly description: string;
    /** Instead of the description where the desk is a page of its own that the report is pasted into. */
    readonly pasteThere: string;
    /** A field of the person's own. */
    readonly happened: string;
    /** Unfolds the error details. */
    readonly sentAlong: string;
    readonly text: string;
    readonly copyNumber: string;
    readonly files: string;
    readonly download: string;
    readonly openDesk: string;
    readonly send: string;
    readonly sending: string;
    readonly sent: string;
    /** Sent, and the desk gave it a number: `{id}`. */
    readonly sentAs: string;
    readonly failed: string;
  };
  /** The page that the sign-in window comes back to. */
  readonly callback: {
    readonly done: string;
    readonly failed: string;
    /** The sign-in began in another window or app. */
    readonly elsewhere: string;
    readonly close: string;
    readonly home: string;
  };
}

/** The words for the people who use the app. No platform jargon in here. */
export interface UserWords extends FirstWords, Omit<LaterWords, "labels"> {
  readonly labels: Labels;
}

/** What a developer reads: every code, every step, by its own name. */
export interface DeveloperWords {
  readonly categories: Readonly<Record<Category, Words>>;
  /** An error that has no code. */
  readonly noCode: Words;
  /** A server that failed without an answer of Tencent's: `{httpStatus}`. */
  readonly ownServer: Words;
  /** Where one code is other news than its category. */
  readonly titles: Readonly<Partial<Record<TableCode, string>>>;
  /** One description of its own for each code of the table. */
  readonly codes: Readonly<Record<TableCode, string>>;
  /** A step as an instruction. `{checks}` is the list of identifiers to check. */
  readonly remedies: Readonly<Record<Remedy, string>>;
  /** Instead of a remedy's sentence when the row names what to check. */
  readonly checks: string;
  /** The button that leads to the vendor's ticket desk. */
  readonly openTicket: string;
}

/** One language with the words for users alone. */
export interface UserLocale {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  /** Whether a person who speaks it has read every sentence. */
  readonly reviewed: boolean;
  /** All `UserWords`, or the first ones where `later` has the others. */
  readonly words: FirstWords;
  /** The other words, which are fetched when something fails. */
  readonly later?: FetchedWords | undefined;
  readonly developer?: DeveloperWords | undefined;
}

/** Words that come later than the page. */
export interface FetchedWords {
  /** Undefined until they are there. */
  now(): LaterWords | undefined;
  load(): Promise<LaterWords>;
  subscribe(listener: () => void): () => void;
}

/** One whole language: plain data, the same keys in each. */
export interface Locale extends UserLocale {
  readonly words: UserWords;
  readonly developer: DeveloperWords;
}

/** All words of a language together. */
export function joinWords(words: FirstWords, later: LaterWords): UserWords {
  return { ...words, ...later, labels: { ...later.labels, ...words.labels } };
}

/** Whether all words of a language are there. */
export function isWhole(words: FirstWords): words is UserWords {
  return "prompt" in words;
}

/** The page's language, ready to speak. */
export interface LocaleText {
  readonly locale: UserLocale;
  readonly words: FirstWords;
  interpolate(template: string, values: Readonly<Record<string, string | number>>): string;
  count(forms: Plural, count: number): string;
  /** A time as the language writes it: of today the hour, of another day the day as well. */
  time(ms: number): string;
}

/** The page's language with all its words. */
export interface WholeText extends LocaleText {
  readonly words: UserWords;
}
