import { useState, type ReactElement } from "react";
import { supportOf } from "../react/supportOf.js";
import type { ReauthState } from "../react/useReauth.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { Control } from "./Control.js";
import { LazyTicketDialog } from "./LazyTicketDialog.js";
import type { Parts } from "./useParts.js";
import type { PromptPart } from "./PromptPart.js";
import type { PromptView } from "./promptView.js";

interface PromptActionsProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly part: Parts<PromptPart>;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
}

/** The ways on: the best one first in a page, last in a dialog, where the eye ends. Tab goes as the eye does. */
export function PromptActions({ view, reauth, part, isDialog, isOffline }: PromptActionsProps): ReactElement {
  const context = useTencentContext("ReauthPrompt");
  const { labels, actions } = context.speech.words;
  // prettier-ignore
  const button = (name: PromptPart, label: string, isPrimary: boolean, onClick: () => void, isOff = false): ReactElement => (
    <Control
      key={name}
      {...{ part, name, label, isPrimary, isOff }}
      // the second half of a double click is for the button that was there, not for the one that took its place
      run={(event) => ((event?.detail ?? 0) > 1 || onClick())}
    />
  );
  const { start, resume, cancel = "cancel" } = view;
  const [isTicketOpen, setTicketOpen] = useState(false);
  const troubled = reauth.reason === "loop" ? reauth.diagnosis : null;
  const support = troubled && supportOf(troubled, context, () => setTicketOpen(true));
  const buttons = [
    support && (
      <Control
        key="support"
        name="action"
        {...{ part, label: support.label, href: support.href, run: support.run }}
        data-action={support.kind}
        isPrimary
      />
    ),
    start &&
      button("start", start === "reauthorize" ? actions.reauthorize : labels[start], true, reauth.start, isOffline),
    view.canLeaveFrame && (
      <Control key="leave" name="start" {...{ part, label: labels.newWindow, href: location.href }} isPrimary />
    ),
    view.canTakeOver && button("takeover", labels.takeOver, false, reauth.start, isOffline),
    resume && button("done", labels[resume], view.words === "confirm", reauth.resume),
    button("cancel", cancel === "dismiss" ? actions.dismiss : labels[cancel], false, reauth.cancel),
  ];
  return (
    <>
      <div {...part("actions")}>{isDialog ? buttons.reverse() : buttons}</div>
      {troubled ? (
        <LazyTicketDialog
          isThrown
          error={troubled.failure}
          open={isTicketOpen}
          onOpenChange={setTicketOpen}
          components={part.components}
        />
      ) : null}
    </>
  );
}
