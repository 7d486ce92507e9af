"use client";
import { useState, type RefObject } from "react";
import { useSpeech } from "../react/useSpeech.js";
import type { TicketState } from "../react/useTicket.js";
import { copyText } from "../react/copyText.js";

/** What the dialog says about its ticket. Another key: say it once more. */
export interface TicketNote {
  readonly key: string;
  readonly text: string;
}

interface Copying {
  readonly words: "copied" | "copyFailed";
  readonly status: TicketState["status"];
  readonly count: number;
}

/** The one line that says how the ticket stands, or how the last copy of it went. */
export function useTicketNote(
  ticket: TicketState,
  field: RefObject<HTMLTextAreaElement | null>,
): { readonly note: TicketNote | null; readonly copy: () => void } {
  const { words, fill } = useSpeech("TicketDialog");
  const [copying, setCopying] = useState<Copying | null>(null);
  const { status } = ticket;
  const { labels } = words;
  const { sending, sent, sentAs, failed } = words.ticket;
  const tellers = {
    draft: null,
    sending,
    sent: ticket.id === undefined ? sent : fill(sentAs, { id: ticket.id }),
    failed,
    offline: `${labels.offline} · ${failed}`,
  };
  const copy = (): void => {
    const tell = (isCopied: boolean): void =>
      setCopying((last) => ({
        words: isCopied ? "copied" : "copyFailed",
        status,
        count: (last?.count ?? 0) + 1,
      }));
    void copyText(ticket.text, field.current).then(tell);
  };
  // what was copied before it was sent is no news any more
  if (copying !== null && copying.status !== status) setCopying(null);
  const text = copying?.status === status ? labels[copying.words] : tellers[status];
  return { note: text === null ? null : { key: `${status}${copying?.count}`, text }, copy };
}
