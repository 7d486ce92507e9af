import { actionKinds } from "../core/actionKinds.js";
import { docsOf } from "../core/docsOf.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ActionKind, Audience } from "../model/Message.js";
import type { TicketDraft } from "../model/TicketDraft.js";
import type { Action } from "./ErrorState.js";
import type { TencentErrorContextValue } from "./TencentErrorContext.js";
import type { Speech } from "./useSpeech.js";

/** What the buttons of one failure act on. */
export interface ActionParts {
  readonly context: TencentErrorContextValue;
  readonly speech: Speech;
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
  const { context, speech, diagnosis, audience, retry, dismiss, draftTicket } = parts;
  const { client, announce } = context;
  const { support, reauth } = client;
  const hasDesk = support.audience === "everyone" || audience === "developer";
  const docs = docsOf(diagnosis, client.docs);
  const copyReport = (): void => {
    const { copied, copyFailed } = speech.words.labels;
    copyText(draftTicket().text).then(
      () => announce(copied, `copied:${String(performance.now())}`),
      () => announce(copyFailed, `copyFailed:${String(performance.now())}`),
    );
  };
  const sendTicket = (): void => {
    client.emit({ type: "ticket.opened", fingerprint: diagnosis.fingerprint });
    if (support.submit === undefined) return copyReport();
    support
      .submit(draftTicket())
      .then(() => client.emit({ type: "ticket.submitted", fingerprint: diagnosis.fingerprint }), copyReport);
  };
  // the vendor's console is a plain link, which works whatever else does not. An app's own desk sees what a person has read
  const isLink = support.submit === undefined && (support.audience === "developer" || parts.openTicket === undefined);
  // prettier-ignore
  const ways: Readonly<Record<ActionKind, Pick<Action, "run" | "href">>> = {
    reauthorize: { run: () => reauth.startFor(diagnosis) },
    retry: { run: () => retry?.() },
    openTicket: isLink ? { run: sendTicket, href: support.url } : { run: parts.openTicket ?? sendTicket },
    readDocs: { run: () => undefined, href: docs },
    copyReport: { run: copyReport },
    dismiss: { run: () => dismiss?.() },
  };
  const abilities = {
    audience,
    canReauthorize: client.canReauthorize,
    canRetry: retry !== undefined,
    hasDesk,
    hasDocs: docs !== undefined,
    canDismiss: dismiss !== undefined,
  };
  return actionKinds(diagnosis, abilities).map((kind) => ({ kind, label: labelOf(kind, parts), ...ways[kind] }));
}

/** Some diagnoses and readers deserve a nearer word for the same action. */
function labelOf(kind: ActionKind, { speech, diagnosis, audience }: ActionParts): string {
  const { words, developer } = speech.locale;
  if (kind === "reauthorize" && diagnosis.remedies.includes("switchAccount")) return words.labels.switchAccount;
  if (kind === "openTicket" && audience === "developer" && developer !== undefined) return developer.openTicket;
  return words.actions[kind];
}

async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
