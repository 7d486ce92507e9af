import type { ReactElement } from "react";
import { useSpeech } from "../react/useSpeech.js";
import type { TicketState } from "../react/useTicket.js";
import type { PartProps } from "./partProps.js";
import { saveText } from "./saveText.js";
import type { TicketPart } from "./TicketPart.js";

interface TicketActionsProps {
  readonly ticket: TicketState;
  readonly url: string | undefined;
  readonly canSend: boolean;
  readonly onCopy: () => void;
  readonly onClose: () => void;
  readonly part: PartProps<TicketPart>;
}

/** The ways on, the best one last, where the eye ends. The desk's page is a way out when it can't be reached from here. */
export function TicketActions({ ticket, url, canSend, onCopy, onClose, part }: TicketActionsProps): ReactElement {
  const { ticket: words, actions, labels } = useSpeech("TicketDialog").words;
  const { status, text, draft } = ticket;
  const isSending = status === "sending";
  const isOver = status === "sent";
  const name = `${draft.subject.toLowerCase().replace(/[^a-z\d]+/g, "-")}.txt`;
  const button = (which: TicketPart, label: string, onClick: () => void, isPrimary = false): ReactElement => (
    <button {...part(which)} type="button" data-emphasis={isPrimary ? "primary" : "secondary"} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <div {...part("actions")}>
      {button("close", actions.dismiss, onClose, isOver)}
      {isOver ? null : button("download", words.download, () => saveText(text, name))}
      {isOver ? null : button("copy", actions.copyReport, onCopy, !canSend && url === undefined)}
      {url === undefined || isSending || isOver || (canSend && status === "draft") ? null : (
        <a
          {...part("desk")}
          data-emphasis={canSend ? "secondary" : "primary"}
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`${words.openDesk} (${labels.opensNewWindow})`}
        >
          {words.openDesk}
        </a>
      )}
      {canSend && !isOver ? (
        <button
          {...part("submit")}
          type="button"
          data-emphasis="primary"
          aria-disabled={isSending || text.trim() === ""}
          onClick={() => text.trim() === "" || ticket.send()}
        >
          {isSending ? words.sending : words.send}
        </button>
      ) : null}
    </div>
  );
}
