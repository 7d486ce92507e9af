import type { PromptState } from "../model/Locale.js";
import type { ReauthSnapshot } from "../model/ReauthSnapshot.js";

/** What the prompt shows: its words, and which ways lead on. */
export interface PromptView {
  readonly words: PromptState;
  /** The label of the button that starts; null where starting again can't help. */
  readonly start: "reauthorize" | "tryAgain" | "continueHere" | "switchAccount" | null;
  readonly cancel: "cancel" | "discard" | "useThisAccount" | "dismiss";
  /** The label of the button that goes on: the person has signed in, or agrees to send the held changes. */
  readonly resume: "done" | "send" | null;
  /** Another tab signs in: this one may do it in its place. */
  readonly canTakeOver: boolean;
  readonly canPaste: boolean;
  /** Another site shows this page in a frame: it works in a window of its own. */
  readonly canLeaveFrame: boolean;
}

/** Null while there is nothing to ask. */
export function promptView(
  { status, reason, windowClosed, elsewhere, toConfirm }: ReauthSnapshot,
  { canReauthorize, continuesHere }: { readonly canReauthorize: boolean; readonly continuesHere: boolean },
): PromptView | null {
  const view: PromptView = {
    words: "required",
    start: "reauthorize",
    cancel: "cancel",
    resume: null,
    canTakeOver: false,
    canPaste: false,
    canLeaveFrame: false,
  };
  if (status === "required") return canReauthorize ? view : null;
  if (status === "opening") return { ...view, words: "opening", start: null };
  if (status === "verifying") return { ...view, words: "verifying", start: null };
  if (elsewhere) return { ...view, words: "elsewhere", start: null, canTakeOver: true };
  if (status === "waiting" && windowClosed)
    return { ...view, words: "windowClosed", start: "tryAgain", resume: "done", canPaste: true };
  if (status === "waiting") return { ...view, words: "waiting", start: null, resume: "done", canPaste: true };
  if (status === "succeeded" && toConfirm > 0)
    return { ...view, words: "confirm", start: null, cancel: "discard", resume: "send" };
  if (status !== "failed") return null;
  if (reason === "accountMismatch")
    return { ...view, words: "failed", start: "switchAccount", cancel: "useThisAccount" };
  const isOver = reason === "loop" || reason === "unsupported" || reason === "embedded";
  const canLeaveFrame = reason === "embedded";
  return {
    ...view,
    words: "failed",
    canLeaveFrame,
    start: isOver ? null : continuesHere && reason === "popupBlocked" ? "continueHere" : "tryAgain",
    cancel: isOver ? "dismiss" : "cancel",
  };
}
