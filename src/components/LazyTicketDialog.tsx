"use client";
import { useEffect, useState, type ReactElement } from "react";
import { draftTicket } from "../react/draftTicket.js";
import { useSpeech } from "../react/useSpeech.js";
import { useTencentContext } from "../react/useTencentContext.js";
import { callsOf } from "../react/callsOf.js";
import { worstOf } from "../react/worstOf.js";
import { copyText } from "../react/copyText.js";
import type { TicketDialog, TicketDialogProps } from "./TicketDialog.js";

/**
 * The ticket's dialog, fetched when its button is first seen: most pages never open it. If it can't be had, it is asked for again
 * by the next press, and the report is copied meanwhile.
 */
export function LazyTicketDialog(props: TicketDialogProps): ReactElement | null {
  const { open, onOpenChange, error } = props;
  const { client, announce } = useTencentContext("TicketDialog");
  const { copied, copyFailed } = useSpeech("TicketDialog").words.labels;
  const [Dialog, setDialog] = useState<typeof TicketDialog>();
  useEffect(() => {
    if (Dialog !== undefined) return undefined;
    let isHere = true;
    const show = (found: typeof TicketDialog): void => {
      if (isHere) setDialog(() => found);
    };
    const copy = async (): Promise<void> => {
      const found = worstOf(callsOf(error), client);
      if (!isHere || !open || found === undefined) return;
      onOpenChange(false);
      const isCopied = await copyText(draftTicket(client, found.diagnosis).text, null);
      announce(isCopied ? copied : copyFailed, `copy${performance.now()}`);
    };
    import("./TicketDialog.js").then((module) => show(module.TicketDialog), copy);
    return () => {
      isHere = false;
    };
  }, [Dialog, open, onOpenChange, error, client, announce, copied, copyFailed]);
  return Dialog === undefined ? null : <Dialog {...props} />;
}
