"use client";

import type { ReactElement } from "react";
import { ownOptions } from "../../base/safely.js";
import { wholeWords } from "../../i18n/wholeWords.js";
import type { Audience } from "../../model/Message.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { useTicket } from "../../react/useTicket.js";
import { DialogFrame } from "../dialog/DialogFrame.js";
import type { DialogComponents } from "../parts/HostComponents.js";
import type { TicketPart } from "../parts/partNames.js";
import { renderWithFallback } from "../parts/renderWithFallback.js";
import { TicketBody } from "./TicketBody.js";
import { type ClassNames, type SlotProps, partsOf } from "../parts/Parts.js";

/** What a ticket is about, and how its dialog looks. */
export interface TicketDialogProps {
  /** An error, a query, a mutation, SWR's answer, or an array of those. */
  readonly error: unknown;
  /** Whether `error` was thrown: then the report is about it whatever it is. Default: no. */
  readonly isThrown?: boolean | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly audience?: Audience | undefined;
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<TicketPart> | undefined;
  readonly slotProps?: SlotProps<TicketPart> | undefined;
  readonly components?: DialogComponents | undefined;
  readonly unstyled?: boolean | undefined;
  /** Where the dialog is rendered. Default: in place. */
  readonly container?: HTMLElement | null | undefined;
}

/**
 * Shows a failure's redacted report, for a person to read and change before it is copied, downloaded or sent to the desk.
 * What was typed is kept until it is sent. Should an element of `components` throw, the kit's own takes its place.
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
export function TicketDialog(props: TicketDialogProps): ReactElement {
  return renderWithFallback(Ticket, ownOptions(props));
}

function Ticket({ error, isThrown, open, onOpenChange, ...props }: TicketDialogProps): ReactElement {
  const context = useTencentContext("TicketDialog");
  const text = { ...context.text, words: wholeWords(context.text.words) };
  const { support } = context.client;
  const ticket = useTicket(context.client, error, open, isThrown);
  const { audience = context.audience, container } = props;
  const isVendors = support.audience === "developer";
  const desk = isVendors && audience !== "developer" ? undefined : support;
  const vendors = isVendors && desk ? text.locale.developer?.openTicket : undefined;
  const part = partsOf<TicketPart>("ticket", props, context);
  const onClose = (): void => onOpenChange(false);
  return (
    <DialogFrame
      {...{ name: "ticket", part, context, container }}
      isOpen={ticket !== null}
      onDismiss={onClose}
      title={vendors ?? text.words.ticket.title}
      state={ticket?.status}
      category={ticket?.category}
      step={ticket?.status}
    >
      {ticket === null ? null : <TicketBody {...{ ticket, desk, text, part, onClose }} />}
    </DialogFrame>
  );
}
