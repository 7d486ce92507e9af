import type { LocaleText } from "../../i18n/localeText.js";
import type { PromptState } from "../../i18n/Locale.js";
import type { ReauthSnapshot } from "../../model/ReauthSnapshot.js";

/** What the prompt shows: its words and its buttons. */
export interface PromptView {
  readonly words: PromptState;
  /** The label of the button that starts; left out where starting again can't help. */
  readonly start?: "reauthorize" | "tryAgain" | "continueHere" | "switchAccount" | undefined;
  /** The label of the button that ends it. Default: cancel. */
  readonly cancel?: "discard" | "useThisAccount" | "dismiss" | undefined;
  /** The label of the button that goes on: the person has signed in, or agrees to send the held changes. */
  readonly resume?: "done" | "send";
  /** Another tab signs in: this one may take over. */
  readonly canTakeOver?: boolean;
  readonly canPaste?: boolean;
  /** Another site shows this page in a frame: signing in works in a window of its own only. */
  readonly canLeaveFrame?: boolean;
}

/** Null while the prompt is closed. */
export function promptView(
  { status, reason, windowClosed, lostState, elsewhere, toConfirm }: ReauthSnapshot,
  { canReauthorize, continuesHere }: { readonly canReauthorize: boolean; readonly continuesHere: boolean },
): PromptView | null {
  if (status === "required") return canReauthorize ? { words: status, start: "reauthorize" } : null;
  if (status === "opening" || status === "verifying") return { words: status };
  if (elsewhere) return { words: "elsewhere", canTakeOver: true };
  if (toConfirm > 0 && (status === "waiting" || status === "succeeded"))
    return { words: "confirm", cancel: "discard", resume: "send" };
  // the answer was most likely lost, so "I have signed in" could not help
  if (status === "waiting" && lostState) return { words: "failed", start: "tryAgain", canPaste: true };
  if (status === "waiting" && windowClosed)
    return { words: "windowClosed", start: "tryAgain", resume: "done", canPaste: true };
  if (status === "waiting") return { words: status, canPaste: true };
  if (status !== "failed") return null;
  if (reason === "accountMismatch") return { words: status, start: "switchAccount", cancel: "useThisAccount" };
  const canLeaveFrame = reason === "embedded";
  const isOver = reason === "loop" || reason === "unsupported" || canLeaveFrame;
  if (isOver) return { words: status, canLeaveFrame, cancel: "dismiss" };
  return { words: status, start: continuesHere && reason === "popupBlocked" ? "continueHere" : "tryAgain" };
}

/** The news of this step: how many changes wait, who has signed in instead, or that signing in was of no use. */
export function promptTitle(
  view: PromptView,
  { reason, toConfirm }: ReauthSnapshot,
  { words, count }: Pick<LocaleText, "words" | "count">,
): string {
  if (view.words === "confirm") return count(words.prompt.confirm.title, toConfirm);
  if (view.words === "failed" && reason === "accountMismatch") return words.labels.otherAccount;
  if (view.words === "failed" && reason === "loop") return words.categories.request.title;
  return words.prompt[view.words].title;
}
