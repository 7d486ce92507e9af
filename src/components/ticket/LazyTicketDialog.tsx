"use client";

import { type ReactElement, useEffect, useState } from "react";
import { copyReport, draftTicket } from "../../react/copyReport.js";
import { failedCalls, pickFailure } from "../../react/failedCalls.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { TicketDialog, TicketDialogProps } from "./TicketDialog.js";

/**
 * The ticket's dialog, loaded when its button is first seen: most pages never open it. If loading fails, it is tried again
 * at the next click, and the report is copied meanwhile.
 */
export function LazyTicketDialog(props: TicketDialogProps): ReactElement | null {
  const { open, onOpenChange, error, isThrown } = props;
  const context = useTencentContext("TicketDialog");
  const [Dialog, setDialog] = useState<typeof TicketDialog>();
  useEffect(() => {
    if (Dialog !== undefined) return undefined;
    let isHere = true;
    const show = (found: typeof TicketDialog): void => {
      if (isHere) setDialog(() => found);
    };
    const copy = async (): Promise<void> => {
      const found = pickFailure(failedCalls(error, isThrown), context.client);
      if (!isHere || !open || found === undefined) return;
      onOpenChange(false);
      await copyReport(context, draftTicket(context.client, found.diagnosis).text);
    };
    import("./TicketDialog.js").then((module) => show(module.TicketDialog), copy);
    return () => {
      isHere = false;
    };
  }, [Dialog, open, onOpenChange, error, isThrown, context]);
  return Dialog === undefined ? null : <Dialog {...props} />;
}
