import { useId, useRef, type ReactElement } from "react";
import { useSpeech } from "../react/useSpeech.js";
import { useTencentContext } from "../react/useTencentContext.js";
import type { TicketState } from "../react/useTicket.js";
import type { Parts } from "./useParts.js";
import { TicketActions } from "./TicketActions.js";
import { TicketFiles } from "./TicketFiles.js";
import type { TicketPart } from "./TicketPart.js";
import { useTicketNote } from "./useTicketNote.js";

interface TicketBodyProps {
  readonly ticket: TicketState;
  /** Whether the desk serves who asks. */
  readonly isServed: boolean;
  readonly onClose: () => void;
  readonly part: Parts<TicketPart>;
}

/** The report and the ways on. Whom the desk does not serve can still copy it and save it. */
export function TicketBody({ ticket, isServed, onClose, part }: TicketBodyProps): ReactElement {
  const { support } = useTencentContext("TicketDialog").client;
  const { words } = useSpeech("TicketDialog");
  const field = useRef<HTMLTextAreaElement>(null);
  const { note, copy } = useTicketNote(ticket, field);
  const id = useId();
  const canSend = isServed && support.submit !== undefined;
  const url = isServed ? support.url : undefined;
  const { description, pasteThere, text } = words.ticket;
  return (
    <>
      {ticket.status === "sent" ? null : (
        <>
          <p {...part("description")}>{url === undefined || canSend ? description : pasteThere}</p>
          <label {...part("label")} htmlFor={id}>
            {text}
          </label>
          <textarea
            {...part("text")}
            id={id}
            form=""
            ref={field}
            dir="auto"
            rows={10}
            spellCheck={false}
            readOnly={ticket.status === "sending"}
            value={ticket.text}
            onChange={(event) => ticket.change({ text: event.target.value })}
          />
          {canSend && support.files ? <TicketFiles {...{ ticket, part }} accept={support.files} /> : null}
        </>
      )}
      <p {...part("status")} role="status">
        {note === null ? null : <span key={note.key}>{note.text}</span>}
      </p>
      <TicketActions {...{ ticket, url, canSend, onClose, part }} onCopy={copy} />
    </>
  );
}
