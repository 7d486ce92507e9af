"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Ticket, type TicketState, createTicket } from "../client/createTicket.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { failedCalls } from "./failedCalls.js";
import { pickFailure } from "./pickFailure.js";
import { draftTicket } from "./copyReport.js";
import { noSubscription } from "./useIsHydrated.js";
import type { PageClient } from "./PageContext.js";

/** Drafts that were begun and not sent, by fingerprint. */
const begun = new WeakMap<PageClient, Map<string, Ticket>>();

/**
 * The ticket about a failure for as long as it is open, also when the failure heals meanwhile. A begun draft is restored.
 * Null while closed.
 */
export function useTicket(client: PageClient, error: unknown, isOpen: boolean, isThrown = false): TicketState | null {
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const emittedFor = useRef<Ticket | null>(null);
  const diagnosis =
    isOpen && ticket === null ? pickFailure(failedCalls(error, isThrown), client)?.diagnosis : undefined;
  if (diagnosis !== undefined) setTicket(ticketAbout(diagnosis, client));
  if (!isOpen && ticket !== null) setTicket(null);
  useEffect(() => {
    // StrictMode runs an effect twice: the event is emitted once
    if (ticket !== null && emittedFor.current !== ticket)
      client.emit({ type: "ticket.opened", fingerprint: ticket.fingerprint });
    emittedFor.current = ticket;
  }, [client, ticket]);
  const snapshot = useSyncExternalStore(ticket?.subscribe ?? noSubscription, ticket?.getSnapshot ?? noTicket, noTicket);
  return ticket === null || snapshot === null ? null : { ...ticket, ...snapshot };
}

function ticketAbout(diagnosis: Diagnosis, client: PageClient): Ticket {
  const { fingerprint } = diagnosis;
  const earlier = begunWith(client).get(fingerprint);
  if (earlier !== undefined) return earlier;
  const ticket = createTicket({
    draft: draftTicket(client, diagnosis),
    fingerprint,
    submit: (...sent) => client.support.submit?.(...sent),
    isOnline: () => navigator.onLine,
    onSent() {
      begunWith(client).delete(fingerprint);
      client.emit({ type: "ticket.submitted", fingerprint });
    },
  });
  const keep = (): unknown => begunWith(client).set(fingerprint, ticket);
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
  const tickets = begun.get(client) ?? new Map<string, Ticket>();
  begun.set(client, tickets);
  return tickets;
}

function noTicket(): null {
  return null;
}
