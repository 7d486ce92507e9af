import type { Words } from "../../i18n/Locale.js";
import { resolve } from "../../i18n/resolve.js";
import type { WholeText } from "../../react/useText.js";
import type { ReauthSnapshot } from "../../model/ReauthSnapshot.js";
import type { PromptView } from "./promptView.js";

/** What the words depend on beside the view. */
export interface WordsOptions {
  readonly text: WholeText;
  /** How many changes were held, also after they were let go. */
  readonly atStake: number;
}

/** The news of this step, and what it means for the person. */
export function promptWords(view: PromptView, snapshot: ReauthSnapshot, options: WordsOptions): Words {
  const { text, atStake } = options;
  const { words, count } = text;
  const { reason, toConfirm, mixed } = snapshot;
  const { prompt, reasons, categories, labels } = words;
  if (view.words === "confirm") return { ...prompt.confirm, title: count(prompt.confirm.title, toConfirm) };
  const general = prompt[view.words];
  if (view.words === "required") return mixed ? general : (ownWords(snapshot, options) ?? general);
  if (view.words !== "failed" || reason === null) return general;
  if (view.isKnown) return ownWords(snapshot, options) ?? general;
  if (reason === "accountMismatch")
    return { title: labels.otherAccount, description: mismatchText(snapshot, { text, atStake }) };
  const title = reason === "loop" ? categories.request.title : general.title;
  return { title, description: reasons[reason] };
}

/** The words of the code that made it necessary. */
function ownWords(snapshot: ReauthSnapshot, { text }: WordsOptions): Words | undefined {
  const { diagnosis, provider } = snapshot;
  if (diagnosis?.row === null || diagnosis === null) return undefined;
  const { title, description } = resolve(diagnosis, text.locale, { audience: "user", provider: provider?.name });
  return { title, description };
}

/** Both are named where both are known, and what going on costs is said. */
function mismatchText({ account, otherAccount }: ReauthSnapshot, { text, atStake }: WordsOptions): string {
  const { words, interpolate, count } = text;
  if (account === null || otherAccount === null) return words.reasons.accountMismatch;
  const both = interpolate(words.labels.otherNamed, { account: account.name, other: otherAccount.name });
  return atStake === 0 ? both : `${both}${joint(text)}${count(words.labels.loses, atStake)}`;
}

/** Chinese and Japanese set no space between sentences. */
function joint({ locale }: WholeText): string {
  return /^(?:zh|ja)/.test(locale.tag) ? "" : " ";
}
