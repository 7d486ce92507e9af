"use client";
import { ticketDraft } from "../core/ticketDraft.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { actionsOf } from "./actionsOf.js";
import type { Action } from "./ErrorState.js";
import { useSpeech } from "./useSpeech.js";
import { useTencentContext } from "./useTencentContext.js";

/** The way to somebody who can help where signing in no longer does: the desk that serves this reader, else a report. */
export function useSupport(diagnosis: Diagnosis, user: string): Action | undefined {
  const context = useTencentContext(user);
  const speech = useSpeech(user);
  const { client, audience } = context;
  return actionsOf({
    context: { ...context, client: { ...client, canReauthorize: false } },
    speech,
    diagnosis,
    audience,
    retry: undefined,
    dismiss: undefined,
    draftTicket: () => ticketDraft(diagnosis),
  }).find(({ kind }) => kind === "openTicket" || kind === "copyReport");
}
