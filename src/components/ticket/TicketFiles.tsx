import { type ReactElement, useRef } from "react";
import type { UserWords } from "../../i18n/Locale.js";
import { ActionButton } from "../parts/ActionButton.js";
import type { TicketPart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";
import type { TicketState } from "../../client/createTicket.js";

interface TicketFilesProps {
  readonly ticket: TicketState;
  /** Which files the desk takes: any, or those of a file field's `accept`. */
  readonly accept: true | string;
  readonly words: UserWords;
  readonly part: Parts<TicketPart>;
}

/** The files of a ticket. The browser's own list is lost when the dialog closes, and is in the browser's language. */
export function TicketFiles({ ticket, accept, words, part }: TicketFilesProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  const { files, change } = ticket;
  const isSending = ticket.status === "sending";
  return (
    <>
      {files.map((file, index) => (
        <p key={`${file.name}${index}`} {...part("file")}>
          <bdi>{file.name}</bdi>
          <button
            type="button"
            data-emphasis="secondary"
            aria-label={`${words.labels.discard} ${file.name}`}
            aria-disabled={isSending}
            onClick={() => change({ files: files.filter((other) => other !== file) })}
          >
            ×
          </button>
        </p>
      ))}
      <input
        {...part("files")}
        ref={field}
        form=""
        type="file"
        hidden
        multiple
        aria-label={words.ticket.files}
        accept={accept === true ? undefined : accept}
        onChange={({ currentTarget }) => {
          change({ files: [...files, ...(currentTarget.files ?? [])] });
          // so that the same file can be chosen again after it was removed
          currentTarget.value = "";
        }}
      />
      <ActionButton
        part={part}
        name="attach"
        label={words.ticket.files}
        isOff={isSending}
        run={() => field.current?.click()}
      />
    </>
  );
}
