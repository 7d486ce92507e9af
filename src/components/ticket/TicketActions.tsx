import type { ReactElement } from "react";
import { useText } from "../../react/useTencentContext.js";
import type { TicketState } from "../../react/useTicket.js";
import { ActionButton } from "../parts/ActionButton.js";
import type { TicketPart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";

interface TicketActionsProps {
  readonly ticket: TicketState;
  readonly url: string | undefined;
  readonly canSend: boolean;
  readonly onCopy: () => void;
  readonly onClose: () => void;
  readonly part: Parts<TicketPart>;
}

/** The buttons of a ticket, the best one last. The desk's page is linked when sending failed. */
export function TicketActions({ ticket, url, canSend, onCopy, onClose, part }: TicketActionsProps): ReactElement {
  const { ticket: words, actions } = useText("TicketDialog").words;
  const { status, text, draft } = ticket;
  const isSending = status === "sending";
  const isOver = status === "sent";
  const name = `${draft.subject.toLowerCase().replace(/[^a-z\d]+/g, "-")}.txt`;
  const button = (name: TicketPart, label: string, run: () => void, isPrimary = false): ReactElement => (
    <ActionButton {...{ part, name, label, run, isPrimary }} />
  );
  return (
    <div {...part("actions")}>
      {button("close", actions.dismiss, onClose, isOver)}
      {isOver ? null : button("download", words.download, () => saveText(text, name))}
      {isOver ? null : button("copy", actions.copyReport, onCopy, !canSend && url === undefined)}
      {url === undefined || isSending || isOver || (canSend && status === "draft") ? null : (
        <ActionButton part={part} name="desk" label={words.openDesk} href={url} isPrimary={!canSend} />
      )}
      {canSend && !isOver ? (
        <ActionButton
          part={part}
          name="submit"
          label={isSending ? words.sending : words.send}
          run={ticket.send}
          isPrimary
          isOff={isSending || text.trim() === ""}
        />
      ) : null}
    </div>
  );
}

/** Downloads a text as a file. */
function saveText(text: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  // Safari reads it a moment after the click
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
