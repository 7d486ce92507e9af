import { ownOptions } from "../base/safely.js";
import { kitVersion } from "../base/version.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { KitEvent } from "../model/KitEvent.js";
import type { TicketDraft } from "../model/TicketDraft.js";
import { redact, redactFailure } from "../privacy/redact.js";
import { sanitizeText } from "../privacy/sanitizeText.js";

/** What the app may add to a draft. Everything is redacted. */
export interface TicketContext {
  /** The page's own version, as the app counts it. */
  readonly appVersion?: string | undefined;
  readonly browser?: string | undefined;
  /** What led here, newest last: the client's own events, or the app's words. The last ten count. */
  readonly events?: readonly (KitEvent | string)[] | undefined;
}

/** A ticket's text from an allow-list of facts: what failed, where, when. No bodies, no addresses with queries, no identities. */
export function ticketDraft(diagnosis: Diagnosis, context: TicketContext = {}): TicketDraft {
  const { row, category } = diagnosis;
  const failure = ownOptions(redactFailure(diagnosis.failure));
  const reason = clean(row?.reason ?? category, 80);
  // the limits of all values together stay below 8 KiB, whatever the alphabet
  const candidates: Readonly<Record<string, string | number | null | undefined>> = {
    code: failure.code,
    reason,
    subcode: line(failure.subcode, 80),
    dialect: line(failure.dialect, 40),
    httpStatus: failure.httpStatus,
    call: `${line(failure.method, 16)} ${line(failure.path)}`.trim(),
    requestId: (failure.requestId ?? "").replace(/[^\w.:/+=-]/g, ""),
    ...timesOf(failure.occurredAt, failure.serverDate),
    serverMessage: line(failure.serverMessage),
    kitVersion,
    appVersion: clean(context.appVersion, 80),
    browser: clean(context.browser),
    events: clean(context.events?.slice(-10).map(eventText).join(" | "), 700),
  };
  const known = Object.entries(candidates).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const facts = Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
  const subject = failure.code === null ? reason : `${reason} ${failure.code}`;
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return { subject, facts, text: lines.join("\n") };
}

/** One line without secrets. */
function clean(text = "", limit?: number): string {
  return line(redact(text), limit);
}

/** A value never begins a line of its own. */
function line(text = "", limit?: number): string {
  return sanitizeText(text.replace(/\s+/g, " ").trim(), limit);
}

/** `Date` has whole seconds, and an answer takes a moment: less than this is no wrong clock. */
const minSkewSeconds = 2;

/** When it was, on this device's clock, and how many seconds that is ahead of the server's. */
function timesOf(at: number, serverDate: string | undefined): Readonly<Record<string, string>> {
  const time = new Date(Math.abs(at) <= 8.64e15 ? at : 0);
  const ahead = Math.round((at - Date.parse(serverDate ?? "")) / 1000);
  const offset = -time.getTimezoneOffset();
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map(twoDigits);
  return {
    time: time.toISOString(),
    timeZone: `UTC${offset < 0 ? "-" : "+"}${hours}:${minutes}`,
    ...(Math.abs(ahead) >= minSkewSeconds && { clockSkew: `${ahead < 0 ? "" : "+"}${ahead} s` }),
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function eventText(event: KitEvent | string): string {
  if (typeof event === "string") return event.slice(0, 300);
  const { at, type, code, reason, detail, count } = event;
  const facts = [timesOf(at, undefined)["time"]?.slice(11, 19), type, code, reason, detail];
  return [...facts, (count ?? 1) > 1 && `×${count}`].filter(Boolean).join(" ");
}
