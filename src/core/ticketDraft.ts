import type { Diagnosis } from "../model/Diagnosis.js";
import type { TicketDraft } from "../model/TicketDraft.js";
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
  const call = [failure.method, failure.path].filter((part) => part !== undefined).join(" ");
  const candidates: Readonly<Record<string, string | number | null | undefined>> = {
    code: failure.code,
    reason: row?.reason ?? category,
    subcode: failure.subcode,
    dialect: failure.dialect,
    httpStatus: failure.httpStatus,
    call: call === "" ? undefined : call,
    requestId: failure.requestId,
    time: new Date(failure.occurredAt).toISOString(),
    serverMessage: failure.serverMessage,
    appVersion: context.appVersion,
    browser: context.browser,
    events: context.events?.slice(-10).join(" | "),
  };
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(candidates))
    if (value !== null && value !== undefined) facts[name] = redact(String(value));
  const subject = `${String(row?.reason ?? category)}${failure.code === null ? "" : ` ${String(failure.code)}`}`;
  return { subject, facts, text: Object.entries(facts).map(([name, value]) => `${name}: ${value}`).join("\n") };
}
