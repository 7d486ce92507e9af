import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { ticketDraft } from "../core/ticketDraft.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { TicketDraft } from "../model/TicketDraft.js";

/** A failure's report with what this page knows: its version, the browser, and what led here. */
export function draftTicket({ support, recentEvents }: TencentErrorClient, diagnosis: Diagnosis): TicketDraft {
  return ticketDraft(diagnosis, {
    appVersion: support.appVersion,
    browser: typeof navigator === "undefined" ? undefined : navigator.userAgent,
    events: recentEvents(),
  });
}
