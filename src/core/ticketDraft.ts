import type { Diagnosis } from "../model/Diagnosis.js";
import type { TicketDraft } from "../model/TicketDraft.js";
import { plainText } from "./plainText.js";
import { redact } from "./redact.js";

/** What the app may add to a draft. Everything is redacted. */
export interface TicketContext {
  /** The page's own version, as the app counts it. */
  readonly appVersion?: string | undefined;
  readonly browser?: string | undefined;
  /** What led here, newest last. */
  readonly events?: readonly string[] | undefined;
}

/** A ticket's text from an allow-list of facts: what failed, where, when. No bodies, no addresses with queries, no identities. */
export function ticketDraft(diagnosis: Diagnosis, context: TicketContext = {}): TicketDraft {
  const { failure, row, category } = diagnosis;
  const { method = "", path, requestId } = failure;
  const candidates: Readonly<Record<string, string | number | null | undefined>> = {
    code: failure.code,
    reason: row?.reason ?? category,
    subcode: clean(failure.subcode),
    dialect: clean(failure.dialect),
    httpStatus: failure.httpStatus,
    call: path === undefined ? method : `${method} ${path.split("/").map(clean).join("/")}`.trim(),
    // an id looks as random as a secret, and the vendor needs it
    requestId: requestId === undefined ? undefined : plainText(requestId, 80).replace(/[^\w.:/+=-]/g, ""),
    time: timeOf(failure.occurredAt),
    serverMessage: clean(failure.serverMessage),
    appVersion: clean(context.appVersion),
    browser: clean(context.browser),
    events: clean(context.events?.slice(-10).join(" | ")),
  };
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(candidates))
    if (value !== null && value !== undefined && value !== "") facts[name] = String(value);
  const subject = `${row?.reason ?? category}${failure.code === null ? "" : ` ${String(failure.code)}`}`;
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return { subject, facts, text: lines.join("\n") };
}

/** One line without secrets: a value never begins a line of its own. */
function clean(text: string | undefined): string | undefined {
  return text === undefined ? undefined : redact(text).replace(/\s+/g, " ").trim();
}

function timeOf(at: number): string {
  return new Date(Math.abs(at) <= 8.64e15 ? at : 0).toISOString();
}
