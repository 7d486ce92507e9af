/** A ticket's text before it is sent: an allow-list of facts, redacted. */
export interface TicketDraft {
  readonly subject: string;
  /** Plain text, one fact a line, at most 8 KiB. */
  readonly text: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** Where tickets go. */
export interface SupportDesk {
  /** Whom this desk serves: the vendor's console is for developers only. Default: everyone. */
  readonly audience?: "developer" | "everyone" | undefined;
  /** The desk's address. The draft is never part of it. */
  readonly url?: string | undefined;
  /** Set by `ticketDesk` where production left out an address, so that the client can tell it as `security.urlRefused`. */
  readonly urlRefused?: true | undefined;
  /** The page's own version, for the draft. */
  readonly appVersion?: string | undefined;
  /** Whether it takes files, or which, as a file field's `accept` says it. Default: none. */
  readonly files?: boolean | string | undefined;
  /** Sends the draft. Rejects when the desk did not take it. */
  submit?(draft: TicketDraft, files?: readonly File[]): Promise<{ readonly id?: string | undefined } | void>;
}
