import type { ReactElement } from "react";
import { ActionButton } from "../parts/ActionButton.js";
import { useIsNarrow } from "../parts/useIsNarrow.js";
import type { TicketPart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";
import type { UserWords } from "../../i18n/Locale.js";
import type { TicketState } from "../../client/createTicket.js";

interface TicketActionsProps {
  readonly ticket: TicketState;
  readonly url: string | undefined;
  readonly canSend: boolean;
  readonly onCopy: () => void;
  readonly onClose: () => void;
  readonly words: UserWords;
  readonly part: Parts<TicketPart>;
}

/** The buttons of a ticket: the best one last, on a phone first. The desk's page is linked when sending failed. */
export function TicketActions({
  ticket,
  url,
  canSend,
  onCopy,
  onClose,
  words,
  part,
}: TicketActionsProps): ReactElement {
  const { ticket: said, actions } = words;
  const isNarrow = useIsNarrow();
  const { status, text, id } = ticket;
  const isSending = status === "sending";
  const isOver = status === "sent";
  const button = (name: TicketPart, label: string, run: () => void, isPrimary = false): ReactElement => (
    <ActionButton key={name} {...{ part, name, label, run, isPrimary }} />
  );
  const close = button("close", actions.dismiss, onClose, isOver);
  const buttons = [
    isOver ? close : null,
    canSend && !isOver ? (
      <ActionButton
        key="submit"
        part={part}
        name="submit"
        label={isSending ? said.sending : said.send}
        run={ticket.send}
        isPrimary
        isOff={isSending || text.trim() === ""}
      />
    ) : null,
    url === undefined || isSending || isOver || (canSend && status === "draft") ? null : (
      <ActionButton key="desk" {...{ part, words }} name="desk" label={said.openDesk} href={url} isPrimary={!canSend} />
    ),
    isOver ? null : button("copy", actions.copyReport, onCopy, !canSend && url === undefined),
    isOver && id !== undefined ? button("copy", said.copyNumber, onCopy) : null,
    isOver ? null : close,
  ];
  return <div {...part("actions")}>{isNarrow ? buttons : buttons.reverse()}</div>;
}
