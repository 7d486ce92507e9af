import { type ComponentType, type ReactElement, useState } from "react";
import type { WholeText } from "../../i18n/Locale.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import { createActions } from "../../react/createActions.js";
import type { Action } from "../../react/ErrorState.js";
import type { ReauthState } from "../../react/useReauth.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { ActionButton } from "../parts/ActionButton.js";
import type { NoticeComponents } from "../parts/HostComponents.js";
import type { PromptPart } from "../parts/partNames.js";
import { useIsNarrow } from "../parts/useIsNarrow.js";
import type { PromptView } from "./promptView.js";
import type { Parts } from "../parts/Parts.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";

/** What the buttons of a prompt depend on. */
export interface PromptActionsProps {
  readonly view: PromptView;
  readonly reauth: ReauthState;
  readonly text: WholeText;
  readonly part: Parts<PromptPart>;
  readonly isDialog: boolean;
  readonly isOffline: boolean;
  /** Shows the report on a sign-in that can't succeed. */
  readonly TicketDialog: ComponentType<PromptTicketProps>;
}

interface PromptTicketProps {
  readonly error: unknown;
  readonly isThrown: true;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly components: NoticeComponents | undefined;
}

/** The buttons of the prompt: the best one first in a page and on a phone, last in a wide dialog. Tab follows the visual order. */
export function PromptActions(props: PromptActionsProps): ReactElement {
  const { view, reauth, text, part, isDialog, isOffline, TicketDialog } = props;
  const isReversed = !useIsNarrow() && isDialog;
  const context = useTencentContext("ReauthPrompt");
  const { words, interpolate } = text;
  const { labels, actions } = words;
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
  const isTroubled = reauth.reason === "loop" || (view.isKnown === true && start === undefined);
  const troubled = isTroubled ? reauth.diagnosis : null;
  const support = troubled && supportAction(troubled, context, () => setTicketOpen(true));
  const { account, otherAccount } = reauth;
  const startLabel =
    start === "reauthorize" || start === undefined
      ? actions.reauthorize
      : start === "switchAccount" && account !== null
        ? interpolate(labels.switchBack, { name: account.name })
        : labels[start];
  const cancelLabel =
    cancel === "dismiss"
      ? actions.dismiss
      : cancel === "useThisAccount" && otherAccount !== null
        ? interpolate(labels.continueAs, { name: otherAccount.name })
        : labels[cancel];
  const buttons = [
    support && (
      <ActionButton
        key="support"
        name="action"
        {...{ part, words, label: support.label, href: support.href, run: support.run }}
        data-action={support.kind}
        isPrimary
      />
    ),
    start && button("start", startLabel, true, reauth.start, isOffline && start !== "showWindow"),
    view.canLeaveFrame && (
      <ActionButton
        key="leave"
        name="start"
        {...{ part, words, label: labels.newWindow, href: location.href }}
        isPrimary
      />
    ),
    view.canTakeOver && button("takeover", labels.takeOver, false, reauth.start, isOffline),
    resume && button("done", labels[resume], view.words === "confirm", reauth.resume),
    button("cancel", cancelLabel, false, reauth.cancel),
  ];
  return (
    <>
      <div {...part("actions")}>{isReversed ? [...buttons].reverse() : buttons}</div>
      {troubled ? (
        <TicketDialog
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

/** The support action of a sign-in that can't succeed: the desk for everyone, else a report. */
function supportAction(
  diagnosis: Diagnosis,
  context: TencentErrorContextValue,
  openTicket: () => void,
): Action | undefined {
  const { support } = context.client;
  return createActions({
    context: { ...context, client: { ...context.client, canReauthorize: false } },
    diagnosis,
    audience: "user",
    retry: undefined,
    dismiss: undefined,
    // a desk without `submit` is a plain link
    openTicket: support.audience !== "developer" && support.submit === undefined ? undefined : openTicket,
  })[0];
}
