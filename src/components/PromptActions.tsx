import { useState, type ReactElement } from "react";
import { supportOf } from "../react/supportOf.js";
import type { ReauthState } from "../react/useReauth.js";
import { useSpeech } from "../react/useSpeech.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { ActionButton } from "./ActionButton.js";
import { LazyTicketDialog } from "./LazyTicketDialog.js";
import type { PartProps } from "./partProps.js";
import type { PromptPart } from "./PromptPart.js";
import type { PromptView } from "./promptView.js";

interface PromptActionsProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly part: PartProps<PromptPart>;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
}

/** The ways on: the best one first in a page, last in a dialog, where the eye ends. Tab goes as the eye does. */
export function PromptActions({ view, reauth, part, isDialog, isOffline }: PromptActionsProps): ReactElement {
  const speech = useSpeech("ReauthPrompt");
  const context = useTencentContext("ReauthPrompt");
  const { labels, actions } = speech.words;
  // prettier-ignore
  const button = (name: PromptPart, label: string, isPrimary: boolean, onClick: () => void, isOff = false): ReactElement => (
    <button
      key={name}
      {...part(name)}
      type="button"
      data-emphasis={isPrimary ? "primary" : "secondary"}
      aria-disabled={isOff || undefined}
      // the second half of a double click is for the button that was there, not for the one that took its place
      onClick={({ detail }) => (detail > 1 || isOff ? undefined : onClick())}
    >
      {label}
    </button>
  );
  const { start, resume, cancel } = view;
  const [isTicketOpen, setTicketOpen] = useState(false);
  const troubled = reauth.reason === "loop" ? reauth.diagnosis : null;
  const support = troubled && supportOf(troubled, context, () => setTicketOpen(true));
  const buttons = [
    support && <ActionButton key="support" action={support} isPrimary components={undefined} {...part("action")} />,
    start &&
      button("start", start === "reauthorize" ? actions.reauthorize : labels[start], true, reauth.start, isOffline),
    view.canLeaveFrame && (
      <a
        key="leave"
        {...part("start")}
        data-emphasis="primary"
        href={location.href}
        target="_blank"
        rel="noopener noreferrer"
      >
        {labels.newWindow}
      </a>
    ),
    view.canTakeOver && button("takeover", labels.takeOver, false, reauth.start, isOffline),
    resume && button("done", labels[resume], view.words === "confirm", reauth.resume),
    button("cancel", cancel === "dismiss" ? actions.dismiss : labels[cancel], false, reauth.cancel),
  ];
  return (
    <>
      <div {...part("actions")}>{isDialog ? buttons.reverse() : buttons}</div>
      {troubled ? <LazyTicketDialog error={troubled.failure} open={isTicketOpen} onOpenChange={setTicketOpen} /> : null}
    </>
  );
}
