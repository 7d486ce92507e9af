import { useId, useRef, type ReactElement } from "react";
import type { Audience } from "../model/Message.js";
import { useSpeech } from "../react/useSpeech.js";
import { useTencentContext } from "../react/useTencentContext.js";
import type { TicketState } from "../react/useTicket.js";
import type { PartProps } from "./partProps.js";
import { TicketActions } from "./TicketActions.js";
import { TicketFiles } from "./TicketFiles.js";
import type { TicketPart } from "./TicketPart.js";
import { useTicketNote } from "./useTicketNote.js";

interface TicketBodyProps {
  readonly ticket: TicketState;
  readonly audience: Audience;
  readonly titleId: string;
  readonly onClose: () => void;
  readonly part: PartProps<TicketPart>;
}

/** The report and the ways on. Whom the desk does not serve can still copy it and save it. */
export function TicketBody({ ticket, audience, titleId, onClose, part }: TicketBodyProps): ReactElement {
  const { support } = useTencentContext("TicketDialog").client;
  const { locale, words } = useSpeech("TicketDialog");
  const field = useRef<HTMLTextAreaElement>(null);
  const { note, copy } = useTicketNote(ticket, field);
  const id = useId();
  const isServed = support.audience === "everyone" || audience === "developer";
  const canSend = isServed && support.submit !== undefined;
  const url = isServed ? support.url : undefined;
  const { title, description, pasteThere, text } = words.ticket;
  const vendors = isServed && support.audience === "developer" ? locale.developer?.openTicket : undefined;
  return (
    <>
      <h2 {...part("title")} id={titleId} tabIndex={-1}>
        {vendors ?? title}
      </h2>
      {ticket.status === "sent" ? null : (
        <>
          <p {...part("description")}>{url === undefined || canSend ? description : pasteThere}</p>
          <label {...part("label")} htmlFor={id}>
            {text}
          </label>
          <textarea
            {...part("text")}
            id={id}
            ref={field}
            dir="auto"
            rows={10}
            spellCheck={false}
            readOnly={ticket.status === "sending"}
            value={ticket.text}
            onChange={(event) => ticket.change({ text: event.target.value })}
          />
          {canSend && support.files ? <TicketFiles ticket={ticket} accept={support.files} part={part} /> : null}
        </>
      )}
      <p {...part("status")} role="status">
        {note === null ? null : <span key={note.key}>{note.text}</span>}
      </p>
      <TicketActions ticket={ticket} url={url} canSend={canSend} onCopy={copy} onClose={onClose} part={part} />
    </>
  );
}
