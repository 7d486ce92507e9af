"use client";

import { type ReactElement, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type TicketState, wholeText } from "../../client/createTicket.js";
import { copyText } from "../../react/copyReport.js";
import type { WholeText } from "../../i18n/Locale.js";
import type { SupportDesk } from "../../model/TicketDraft.js";
import type { TicketPart } from "../parts/partNames.js";
import { ActionButton } from "../parts/ActionButton.js";
import { TicketActions } from "./TicketActions.js";
import { fileName, saveText } from "./saveText.js";
import { TicketFiles } from "./TicketFiles.js";
import type { Parts } from "../parts/Parts.js";

interface TicketBodyProps {
  readonly ticket: TicketState;
  /** Where it goes. Undefined: no desk serves this audience. */
  readonly desk: SupportDesk | undefined;
  readonly onClose: () => void;
  readonly text: WholeText;
  readonly part: Parts<TicketPart>;
}

/** The report and its buttons. Without a desk for this audience it can be copied and downloaded. */
export function TicketBody({ ticket, desk, onClose, text, part }: TicketBodyProps): ReactElement {
  const { words } = text;
  const field = useRef<HTMLTextAreaElement>(null);
  const fold = useRef<HTMLDetailsElement>(null);
  const showText = (): HTMLTextAreaElement | null => {
    if (fold.current !== null) fold.current.open = true;
    // what a person is to copy by hand stands in one field
    if (ticket.note !== "") flushSync(() => ticket.change({ text: wholeText(ticket), note: "" }));
    return field.current;
  };
  const { note, copy } = useTicketNote(ticket, text, showText);
  const download = (): void => saveText(wholeText(ticket), `${fileName(ticket.draft.subject)}.txt`);
  const id = useId();
  const url = desk?.url;
  const canSend = desk?.submit !== undefined;
  const { description, pasteThere, happened, sentAlong } = words.ticket;
  return (
    <>
      {ticket.status === "sent" ? null : (
        <>
          {url === undefined || canSend ? null : <p {...part("description")}>{pasteThere}</p>}
          <label {...part("label")} htmlFor={`${id}-note`}>
            {happened}
          </label>
          <textarea
            {...part("happened")}
            id={`${id}-note`}
            form=""
            dir="auto"
            rows={3}
            readOnly={ticket.status === "sending"}
            value={ticket.note}
            onChange={(event) => ticket.change({ note: event.target.value })}
          />
          <details {...part("along")} ref={fold}>
            <summary>{sentAlong}</summary>
            {url === undefined || canSend ? <p {...part("description")}>{description}</p> : null}
            <label {...part("label")} htmlFor={id}>
              {words.ticket.text}
            </label>
            <textarea
              {...part("text")}
              id={id}
              form=""
              ref={field}
              dir="auto"
              rows={8}
              spellCheck={false}
              readOnly={ticket.status === "sending"}
              value={ticket.text}
              onChange={(event) => ticket.change({ text: event.target.value })}
            />
            <div {...part("actions")}>
              <ActionButton {...{ part, name: "download", label: words.ticket.download }} run={download} />
            </div>
          </details>
          {canSend && desk.files ? <TicketFiles {...{ ticket, words, part }} accept={desk.files} /> : null}
        </>
      )}
      <p {...part("status")} role="status">
        {note === null ? null : <span key={note.key}>{note.text}</span>}
      </p>
      <TicketActions {...{ ticket, words, part, url, canSend, onClose }} onCopy={copy} />
    </>
  );
}

/** A message of the dialog. With another key the same message is announced again. */
interface TicketNote {
  readonly key: string;
  readonly text: string;
}

interface Copying {
  readonly words: "copied" | "copyFailed";
  readonly status: TicketState["status"];
  readonly count: number;
}

/** The one status line: of the ticket, or of its last copy. */
function useTicketNote(
  ticket: TicketState,
  { words, interpolate }: WholeText,
  showText: () => HTMLTextAreaElement | null,
): { readonly note: TicketNote | null; readonly copy: () => void } {
  const [copying, setCopying] = useState<Copying | null>(null);
  const { status } = ticket;
  const { labels } = words;
  const { sending, sent, sentAs, failed } = words.ticket;
  const tellers = {
    draft: null,
    sending,
    sent: ticket.id === undefined ? sent : interpolate(sentAs, { id: ticket.id }),
    failed,
    offline: `${labels.offline} · ${failed}`,
  };
  const copy = (): void => {
    const announceCopy = (isCopied: boolean): void =>
      setCopying((last) => ({
        words: isCopied ? "copied" : "copyFailed",
        status,
        count: (last?.count ?? 0) + 1,
      }));
    void copyText(status === "sent" ? (ticket.id ?? "") : wholeText(ticket), showText).then(announceCopy);
  };
  // a copy from before the sending is outdated
  if (copying !== null && copying.status !== status) setCopying(null);
  const copied = copying?.status === status ? labels[copying.words] : null;
  // the ticket's number stays readable beside the note that it was copied
  const text = copied !== null && status === "sent" ? `${tellers.sent} · ${copied}` : (copied ?? tellers[status]);
  return { note: text === null ? null : { key: `${status}${copying?.count}`, text }, copy };
}
