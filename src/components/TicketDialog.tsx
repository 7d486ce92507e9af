"use client";
import { useId, type ReactElement } from "react";
import type { Audience } from "../model/Message.js";
import { useSpeech } from "../react/useSpeech.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { useTicket } from "../react/useTicket.js";
import { partProps, type ClassNames, type SlotProps } from "./partProps.js";
import { Dialog } from "./Dialog.js";
import { TicketBody } from "./TicketBody.js";
import type { TicketPart } from "./TicketPart.js";

/** What a ticket is about, and how its dialog looks. */
export interface TicketDialogProps {
  /** An error, a query, a mutation, SWR's answer, or an array of those. */
  readonly error: unknown;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly audience?: Audience | undefined;
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<TicketPart> | undefined;
  readonly slotProps?: SlotProps<TicketPart> | undefined;
  readonly unstyled?: boolean | undefined;
  /** Where the dialog is put. Default: the end of `body`. */
  readonly container?: HTMLElement | null | undefined;
}

/**
 * Shows a failure's report, free of secrets, for a person to read and change before it is copied, saved or sent to the desk.
 * What was typed is kept until it is sent.
 * @throws Error in development outside of `TencentErrorProvider`.
 * @example
 * ```tsx
 * import { useState } from "react";
 * import { TicketDialog } from "tencent-error-kit";
 *
 * export function Help({ error }: { readonly error: unknown }) {
 *   const [isOpen, setOpen] = useState(false);
 *   return (
 *     <>
 *       <button onClick={() => setOpen(true)}>Help</button>
 *       <TicketDialog error={error} open={isOpen} onOpenChange={setOpen} />
 *     </>
 *   );
 * }
 * ```
 */
export function TicketDialog({ error, open, onOpenChange, container, ...props }: TicketDialogProps): ReactElement {
  const context = useTencentContext("TicketDialog");
  const { locale } = useSpeech("TicketDialog");
  const ticket = useTicket(error, open);
  const titleId = useId();
  const { audience = context.audience, className } = props;
  const part = partProps<TicketPart>("ticket", { ...props, unstyled: props.unstyled ?? context.unstyled });
  const { className: own, ...root } = part("ticket");
  const rootProps = {
    ...root,
    className: [own, className, context.dialogClassName].filter(Boolean).join(" ") || undefined,
    "data-state": ticket?.status,
    lang: locale.tag,
    dir: locale.dir,
  };
  const close = (): void => onOpenChange(false);
  return (
    <Dialog
      isOpen={ticket !== null}
      onDismiss={close}
      container={container}
      titleId={titleId}
      step={ticket?.status}
      {...rootProps}
    >
      {ticket === null ? null : (
        <TicketBody ticket={ticket} audience={audience} titleId={titleId} onClose={close} part={part} />
      )}
    </Dialog>
  );
}
