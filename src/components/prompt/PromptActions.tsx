import { type ReactElement, useState } from "react";
import { supportAction } from "../../react/createActions.js";
import type { ReauthState } from "../../react/useReauth.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { ActionButton } from "../parts/ActionButton.js";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";
import { LazyTicketDialog } from "../ticket/LazyTicketDialog.js";
import type { PromptView } from "./promptView.js";

interface PromptActionsProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly part: Parts<PromptPart>;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
}

/** The buttons of the prompt: the best one first in a page, last in a dialog. Tab follows the visual order. */
export function PromptActions({ view, reauth, part, isDialog, isOffline }: PromptActionsProps): ReactElement {
  const context = useTencentContext("ReauthPrompt");
  const { labels, actions } = context.text.words;
  // prettier-ignore
  const button = (name: PromptPart, label: string, isPrimary: boolean, onClick: () => void, isOff = false): ReactElement => (
    <ActionButton
      key={name}
      {...{ part, name, label, isPrimary, isOff }}
      // the second click of a double click was meant for the button that was there before
      run={(event) => ((event?.detail ?? 0) > 1 || onClick())}
    />
  );
  const { start, resume, cancel = "cancel" } = view;
  const [isTicketOpen, setTicketOpen] = useState(false);
  const troubled = reauth.reason === "loop" ? reauth.diagnosis : null;
  const support = troubled && supportAction(troubled, context, () => setTicketOpen(true));
  const buttons = [
    support && (
      <ActionButton
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
      <ActionButton key="leave" name="start" {...{ part, label: labels.newWindow, href: location.href }} isPrimary />
    ),
    view.canTakeOver && button("takeover", labels.takeOver, false, reauth.start, isOffline),
    resume && button("done", labels[resume], view.words === "confirm", reauth.resume),
    button("cancel", cancel === "dismiss" ? actions.dismiss : labels[cancel], false, reauth.cancel),
  ];
  return (
    <>
      <div {...part("actions")}>{isDialog ? [...buttons].reverse() : buttons}</div>
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
