import { actionKinds } from "../core/actionKinds.js";
import { docsOf } from "../core/docsOf.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ActionKind, Audience } from "../model/Message.js";
import type { TicketDraft } from "../model/TicketDraft.js";
import type { Action } from "./ErrorState.js";
import type { TencentErrorContextValue } from "./TencentErrorContext.js";

/** What the buttons of one failure act on. */
export interface ActionParts {
  readonly context: TencentErrorContextValue;
  readonly diagnosis: Diagnosis;
  readonly audience: Audience;
  readonly retry: (() => void) | undefined;
  readonly dismiss: (() => void) | undefined;
  /** Shows the report first. */
  readonly openTicket?: (() => void) | undefined;
  draftTicket(): TicketDraft;
}

/** The buttons that help, with their words and what they do. */
export function actionsOf(parts: ActionParts): readonly Action[] {
  const { context, diagnosis, audience, retry, dismiss } = parts;
  const { canReauthorize, support, docs } = context.client;
  const kinds = actionKinds(diagnosis, {
    audience,
    canReauthorize,
    canRetry: retry !== undefined,
    hasDesk: support.audience === "everyone" || audience === "developer",
    hasDocs: docsOf(diagnosis, docs) !== undefined,
    canDismiss: dismiss !== undefined,
  });
  return kinds.map((kind) => ({ kind, label: labelOf(kind, parts), ...wayOf(kind, parts) }));
}

/** What one button does, and where it leads when it is a link. */
function wayOf(kind: ActionKind, parts: ActionParts): Pick<Action, "run" | "href"> {
  const { client } = parts.context;
  switch (kind) {
    case "reauthorize":
      return { run: () => client.reauth.startFor(parts.diagnosis) };
    case "retry":
      return { run: () => parts.retry?.() };
    case "openTicket":
      return ticketWay(parts);
    case "readDocs":
      return { run: () => undefined, href: docsOf(parts.diagnosis, client.docs) };
    case "copyReport":
      return { run: () => copyReport(parts) };
    case "dismiss":
      return { run: () => parts.dismiss?.() };
  }
}

/** The vendor's console is a plain link, which works whatever else does not. An app's own desk sees what a person has read. */
function ticketWay(parts: ActionParts): Pick<Action, "run" | "href"> {
  const { support } = parts.context.client;
  const isLink = support.submit === undefined && (support.audience === "developer" || parts.openTicket === undefined);
  const send = (): void => sendTicket(parts);
  return isLink ? { run: send, href: support.url } : { run: parts.openTicket ?? send };
}

function sendTicket(parts: ActionParts): void {
  const { client } = parts.context;
  const { fingerprint } = parts.diagnosis;
  client.emit({ type: "ticket.opened", fingerprint });
  const copy = (): void => copyReport(parts);
  if (client.support.submit === undefined) return copy();
  client.support.submit(parts.draftTicket()).then(() => client.emit({ type: "ticket.submitted", fingerprint }), copy);
}

function copyReport({ context, draftTicket }: ActionParts): void {
  const { copied, copyFailed } = context.speech.words.labels;
  copyText(draftTicket().text).then(
    () => context.announce(copied, `copied:${String(performance.now())}`),
    () => context.announce(copyFailed, `copyFailed:${String(performance.now())}`),
  );
}

/** Some diagnoses and readers deserve a nearer word for the same action. */
function labelOf(kind: ActionKind, { context, diagnosis, audience }: ActionParts): string {
  const { words, developer } = context.speech.locale;
  if (kind === "reauthorize" && diagnosis.remedies.includes("switchAccount")) return words.labels.switchAccount;
  if (kind === "openTicket" && audience === "developer" && developer !== undefined) return developer.openTicket;
  return words.actions[kind];
}

async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
