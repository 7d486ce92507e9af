import { useRef, type ReactElement } from "react";
import { useSpeech } from "../react/useSpeech.js";
import type { TicketState } from "../react/useTicket.js";
import type { PartProps } from "./partProps.js";
import type { TicketPart } from "./TicketPart.js";

interface TicketFilesProps {
  readonly ticket: TicketState;
  /** What the desk takes: anything, or as a file field's `accept` says it. */
  readonly accept: true | string;
  readonly part: PartProps<TicketPart>;
}

/** The files that go with a ticket. The browser's own field forgets them when it is closed, and speaks another language. */
export function TicketFiles({ ticket, accept, part }: TicketFilesProps): ReactElement {
  const { words } = useSpeech("TicketDialog");
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
        type="file"
        hidden
        multiple
        aria-label={words.ticket.files}
        accept={accept === true ? undefined : accept}
        onChange={({ currentTarget }) => {
          change({ files: [...files, ...(currentTarget.files ?? [])] });
          // so that the same file can be chosen again after it was taken out
          currentTarget.value = "";
        }}
      />
      <button
        {...part("attach")}
        type="button"
        data-emphasis="secondary"
        aria-disabled={isSending}
        onClick={() => isSending || field.current?.click()}
      >
        {words.ticket.files}
      </button>
    </>
  );
}
