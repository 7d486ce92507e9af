import type { ReactElement } from "react";
import { useSpeech } from "../react/useSpeech.js";
import type { TicketState } from "../react/useTicket.js";
import { Control } from "./Control.js";
import type { Parts } from "./useParts.js";
import { saveText } from "./saveText.js";
import type { TicketPart } from "./TicketPart.js";

interface TicketActionsProps {
  readonly ticket: TicketState;
  readonly url: string | undefined;
  readonly canSend: boolean;
  readonly onCopy: () => void;
  readonly onClose: () => void;
  readonly part: Parts<TicketPart>;
}

/** The ways on, the best one last, where the eye ends. The desk's page is a way out when it can't be reached from here. */
export function TicketActions({ ticket, url, canSend, onCopy, onClose, part }: TicketActionsProps): ReactElement {
  const { ticket: words, actions } = useSpeech("TicketDialog").words;
  const { status, text, draft } = ticket;
  const isSending = status === "sending";
  const isOver = status === "sent";
  const name = `${draft.subject.toLowerCase().replace(/[^a-z\d]+/g, "-")}.txt`;
  const button = (name: TicketPart, label: string, run: () => void, isPrimary = false): ReactElement => (
    <Control {...{ part, name, label, run, isPrimary }} />
  );
  return (
    <div {...part("actions")}>
      {button("close", actions.dismiss, onClose, isOver)}
      {isOver ? null : button("download", words.download, () => saveText(text, name))}
      {isOver ? null : button("copy", actions.copyReport, onCopy, !canSend && url === undefined)}
      {url === undefined || isSending || isOver || (canSend && status === "draft") ? null : (
        <Control part={part} name="desk" label={words.openDesk} href={url} isPrimary={!canSend} />
      )}
      {canSend && !isOver ? (
        <Control
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
