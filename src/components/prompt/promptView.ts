import type { WholeText, Words } from "../../i18n/Locale.js";
import { resolve } from "../../i18n/resolve.js";
import type { ReauthSnapshot } from "../../model/ReauthSnapshot.js";
import type { PromptState } from "../../i18n/Labels.js";

/** What the prompt shows: its words and its buttons. */
export interface PromptView {
  readonly words: PromptState;
  /** The label of the button that starts; left out where starting again can't help. */
  readonly start?: "reauthorize" | "tryAgain" | "continueHere" | "switchAccount" | "showWindow" | undefined;
  /** The label of the button that ends it. Default: cancel. */
  readonly cancel?: "discard" | "useThisAccount" | "dismiss" | undefined;
  /** The label of the button that goes on: the person has signed in, or agrees to send the held changes. */
  readonly resume?: "done" | "send" | undefined;
  /** Another tab signs in: this one may take over. */
  readonly canTakeOver?: boolean;
  readonly canPaste?: boolean;
  /** Another site shows this page in a frame: signing in works in a window of its own only. */
  readonly canLeaveFrame?: boolean;
  /** The failure has a code of its own: its words and its way on take the place of the general ones. */
  readonly isKnown?: boolean;
  /** Its start leaves the page: what it holds is lost, or only what waits to be sent. */
  readonly cost?: "leavesPage" | "reloadsPage" | undefined;
  /** A flow is at work. */
  readonly isRunning?: boolean;
}

/** What the view depends on beside the snapshot. */
interface ViewOptions {
  readonly canReauthorize: boolean;
  readonly continuesHere: boolean;
  readonly leavesPage?: boolean;
  readonly keepsWork?: boolean;
  /** Whether the sign-in window can be brought to the front. Undefined while that is not known. */
  readonly canShow?: boolean | undefined;
}

/** Null while the prompt is closed. */
export function promptView(snapshot: ReauthSnapshot, options: ViewOptions): PromptView | null {
  const { status, windowClosed, lostState, elsewhere, toConfirm, changes } = snapshot;
  const { canReauthorize, canShow, leavesPage = false } = options;
  const cost = leavesPage && changes > 0 ? costOf(snapshot, options) : undefined;
  if (status === "required") return canReauthorize ? { words: status, start: "reauthorize", cost } : null;
  if (status === "opening" || status === "verifying") return { words: status, isRunning: true };
  if (elsewhere) return { words: "elsewhere", canTakeOver: true, isRunning: true };
  if (toConfirm > 0 && (status === "waiting" || status === "succeeded"))
    return { words: "confirm", cancel: "discard", resume: "send" };
  // the answer was most likely lost, so "I have signed in" could not help
  if (status === "waiting" && lostState) return { words: "failed", start: "tryAgain", canPaste: true };
  if (status === "waiting" && windowClosed)
    return { words: "windowClosed", start: "tryAgain", resume: "done", canPaste: true };
  if (status === "waiting") {
    const view = { words: status, canPaste: true, isRunning: true } as const;
    if (canShow === undefined) return view;
    return canShow ? { ...view, start: "showWindow" } : { ...view, resume: "done" };
  }
  return status === "failed" ? failedView(snapshot, options) : null;
}

/** What leaving the page costs: what was typed is kept where the app keeps it, and a held change is not. */
function costOf({ changes }: ReauthSnapshot, { keepsWork = false }: ViewOptions): PromptView["cost"] {
  return !keepsWork ? "leavesPage" : changes > 0 ? "reloadsPage" : undefined;
}

function failedView(snapshot: ReauthSnapshot, options: ViewOptions): PromptView {
  const words = "failed";
  const { reason, diagnosis } = snapshot;
  if (reason === "accountMismatch") return { words, start: "switchAccount", cancel: "useThisAccount" };
  const canLeaveFrame = reason === "embedded";
  if (reason === "loop" || reason === "unsupported" || canLeaveFrame)
    return { words, canLeaveFrame, cancel: "dismiss" };
  const isKnown = reason === "callbackError" && diagnosis?.row !== null && diagnosis?.row !== undefined;
  // what the app has to mend fails again at every try
  if (isKnown && (diagnosis.retry === "no" || diagnosis.retry === "fix")) return { words, isKnown, cancel: "dismiss" };
  const { continuesHere, leavesPage = false } = options;
  const cost = costOf(snapshot, options);
  if (continuesHere && reason === "popupBlocked") return { words, start: "continueHere", cost };
  return { words, isKnown, start: "tryAgain", cost: leavesPage ? cost : undefined };
}

/** What the words depend on beside the view. */
interface WordsOptions {
  readonly text: WholeText;
  /** How many changes were held, also after they were let go. */
  readonly atStake: number;
  /** How many ended with the page that was left. */
  readonly unsent: number;
}

/** The news of this step, and what it means for the person. */
export function promptWords(view: PromptView, snapshot: ReauthSnapshot, options: WordsOptions): Words {
  const { text, atStake, unsent } = options;
  const { labels } = text.words;
  const { title, description } = stepWords(view, snapshot, options);
  const { status, reason } = snapshot;
  const gone = reason === "accountMismatch" ? atStake + unsent : status === "failed" ? unsent : 0;
  const loss = gone > 0 ? text.count(labels.notSent, gone) : "";
  const cost = view.cost === undefined ? "" : labels[view.cost];
  const isOver = view.words === "failed" || view.words === "elsewhere";
  const left = isOver && snapshot.windowLeft === true ? labels.closeWindow : "";
  return { title, description: join(text, description, loss, cost, left) };
}

function stepWords(view: PromptView, snapshot: ReauthSnapshot, options: WordsOptions): Words {
  const { words } = options.text;
  const { reason, mixed } = snapshot;
  const { prompt, reasons, categories, labels } = words;
  if (view.words === "confirm") return questionWords(snapshot, options);
  const general = prompt[view.words];
  if (view.words === "required") return mixed ? general : (ownWords(snapshot, options) ?? general);
  if (view.words !== "failed" || reason === null) return general;
  if (view.isKnown) return ownWords(snapshot, options) ?? general;
  if (view.start === "continueHere") return { title: general.title, description: labels.blockedHere };
  if (reason === "accountMismatch") return { title: labels.otherAccount, description: mismatchText(snapshot, options) };
  const title = reason === "loop" ? categories.request.title : general.title;
  return { title, description: reasons[reason] };
}

/** Whose account will send the changes is said where it may be another one's than made them. */
function questionWords({ toConfirm, unsure, otherAccount }: ReauthSnapshot, { text }: WordsOptions): Words {
  const { words, interpolate, count } = text;
  const { title, description } = words.prompt.confirm;
  const { signedInAs, unsureAccount } = words.labels;
  const who = otherAccount === null ? [] : [interpolate(signedInAs, { name: otherAccount.name })];
  return {
    title: count(title, toConfirm),
    description: unsure === true ? join(text, description, ...who, unsureAccount) : description,
  };
}

/** The words of the code that made it necessary. */
function ownWords(snapshot: ReauthSnapshot, { text }: WordsOptions): Words | undefined {
  const { diagnosis, provider } = snapshot;
  if (diagnosis?.row === null || diagnosis === null) return undefined;
  const { title, description } = resolve(diagnosis, text.locale, { audience: "user", provider: provider?.name });
  return { title, description };
}

/** Both are named where both are known. */
function mismatchText({ account, otherAccount }: ReauthSnapshot, { text }: WordsOptions): string {
  const { words, interpolate } = text;
  return account === null || otherAccount === null
    ? words.reasons.accountMismatch
    : interpolate(words.labels.otherNamed, { account: account.name, other: otherAccount.name });
}

/** Chinese and Japanese set no space between sentences. */
export function join({ locale }: Pick<WholeText, "locale">, ...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(/^(?:zh|ja)/.test(locale.tag) ? "" : " ");
}
