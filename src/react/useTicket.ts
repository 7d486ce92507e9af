"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Ticket, type TicketState, createTicket } from "../client/createTicket.js";
import type { Category, Diagnosis } from "../model/Diagnosis.js";
import { failedCalls } from "./failedCalls.js";
import { pickFailure } from "./pickFailure.js";
import { draftTicket } from "./copyReport.js";
import { noSubscription } from "./useIsHydrated.js";
import type { PageClient } from "./PageContext.js";

/** Drafts that were begun and not sent, by fingerprint. They go with the account that began them. */
const begun = new WeakMap<PageClient, Map<string, Ticket>>();

/** A ticket, and the kind of trouble that it is about. */
type OpenTicket = TicketState & { readonly category: Category };

/** A ticket in its dialog. */
interface Shown {
  readonly owner: string;
  readonly diagnosis: Diagnosis;
  readonly ticket: Ticket;
}

/**
 * The ticket about a failure for as long as it is open, also when the failure heals meanwhile.
 * A begun draft is restored while the account stays. Null while closed.
 */
export function useTicket(client: PageClient, error: unknown, isOpen: boolean, isThrown = false): OpenTicket | null {
  const [shown, show] = useState<Shown | null>(null);
  const emittedFor = useRef<Ticket | null>(null);
  const owner = useSyncExternalStore(client.reauth.subscribe, () => ownerOf(client), noOwner);
  if (isOpen && shown?.owner !== owner) {
    const diagnosis = shown?.diagnosis ?? pickFailure(failedCalls(error, isThrown), client)?.diagnosis;
    if (diagnosis !== undefined) show({ owner, diagnosis, ticket: ticketAbout(diagnosis, client) });
  }
  if (!isOpen && shown !== null) show(null);
  const ticket = shown?.ticket ?? null;
  useEffect(() => {
    // StrictMode runs an effect twice: the event is emitted once
    if (ticket !== null && emittedFor.current !== ticket)
      client.emit({ type: "ticket.opened", fingerprint: ticket.fingerprint });
    emittedFor.current = ticket;
  }, [client, ticket]);
  const snapshot = useSyncExternalStore(ticket?.subscribe ?? noSubscription, ticket?.getSnapshot ?? noTicket, noTicket);
  return shown === null || snapshot === null
    ? null
    : { ...shown.ticket, ...snapshot, category: shown.diagnosis.category };
}

/** Whose a ticket is: nobody else reads what they wrote. */
function ownerOf(client: PageClient): string {
  const { accountEpoch, reason } = client.reauth.getSnapshot();
  return `${accountEpoch} ${reason === "accountMismatch"}`;
}

function ticketAbout(diagnosis: Diagnosis, client: PageClient): Ticket {
  const { fingerprint } = diagnosis;
  const tickets = begunWith(client);
  const earlier = tickets.get(fingerprint);
  if (earlier !== undefined) return earlier;
  const ticket = createTicket({
    draft: draftTicket(client, diagnosis),
    fingerprint,
    submit: (...sent) => client.support.submit?.(...sent),
    isOnline: () => navigator.onLine,
    onSent() {
      tickets.delete(fingerprint);
      client.emit({ type: "ticket.submitted", fingerprint });
    },
  });
  const keep = (): unknown => tickets.set(fingerprint, ticket);
  return {
    ...ticket,
    change(part) {
      keep();
      ticket.change(part);
    },
    send() {
      keep();
      ticket.send();
    },
  };
}

function begunWith(client: PageClient): Map<string, Ticket> {
  const earlier = begun.get(client);
  if (earlier !== undefined) return earlier;
  const tickets = new Map<string, Ticket>();
  begun.set(client, tickets);
  const owner = ownerOf(client);
  const off = client.reauth.subscribe(() => {
    if (ownerOf(client) === owner) return;
    begun.delete(client);
    off();
  });
  return tickets;
}

function noOwner(): string {
  return "";
}

function noTicket(): null {
  return null;
}
