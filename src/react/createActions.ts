import { chooseActions } from "../diagnose/chooseActions.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { ActionKind, Audience } from "../model/Message.js";
import { docsUrl } from "../support/supportDesk.js";
import type { Action } from "./ErrorState.js";
import { draftChunk } from "./draftChunk.js";
import { reportChunkError } from "./reportChunkError.js";
import type { TencentErrorContextValue } from "./PageContext.js";

/** What the buttons of one failure act on. */
interface ActionParts {
  readonly context: TencentErrorContextValue;
  readonly diagnosis: Diagnosis;
  readonly audience: Audience;
  readonly retry: (() => void) | undefined;
  readonly dismiss: (() => void) | undefined;
  /** Shows the report, to be read, changed, copied and sent. */
  readonly openTicket?: (() => void) | undefined;
  /** What the button says then. */
  readonly copied?: string | undefined;
  readonly onCopied?: (() => void) | undefined;
}

/** The actions of a failure, the best one first, each with its label and behaviour. */
export function createActions(parts: ActionParts): readonly Action[] {
  const { context, diagnosis, audience, retry, dismiss } = parts;
  const { canReauthorize, flowFor, support, docs } = context.client;
  const kinds = chooseActions(diagnosis, {
    audience,
    canReauthorize: canReauthorize && flowFor(diagnosis) !== undefined,
    canRetry: retry !== undefined,
    hasDesk: support.audience === "everyone" || audience === "developer",
    hasDocs: docsUrl(diagnosis, docs) !== undefined,
    canDismiss: dismiss !== undefined,
  });
  // what an action does is decided at its click
  return kinds.map((kind) => ({
    kind,
    label: labelOf(kind, parts),
    href: hrefOf(kind, parts),
    run: () => act(kind, parts),
  }));
}

/** The address of an action that is a link. */
function hrefOf(kind: ActionKind, parts: ActionParts): string | undefined {
  const { docs, support } = parts.context.client;
  if (kind === "readDocs") return docsUrl(parts.diagnosis, docs);
  return kind === "openTicket" && isLink(parts) ? support.url : undefined;
}

/** The vendor's console is a plain link. A desk with `submit` opens the dialog, so that a person reads what is sent. */
function isLink({ context, openTicket }: ActionParts): boolean {
  const { submit, audience } = context.client.support;
  return (submit === undefined && audience === "developer") || openTicket === undefined;
}

function act(kind: ActionKind, parts: ActionParts): void {
  switch (kind) {
    case "reauthorize":
      return parts.context.client.reauth.startFor(parts.diagnosis);
    case "retry":
      return parts.retry?.();
    case "openTicket":
      return isLink(parts) ? openDesk(parts) : parts.openTicket?.();
    case "copyReport":
      return copy(parts);
    case "dismiss":
      return parts.dismiss?.();
    case "readDocs":
      return undefined;
    default:
      kind satisfies never;
  }
}

/** Copies the report for the desk's page: nothing is sent by itself. */
function openDesk(parts: ActionParts): void {
  const { context, diagnosis } = parts;
  context.client.emit({ type: "ticket.opened", fingerprint: diagnosis.fingerprint });
  copy(parts);
}

function copy({ context, diagnosis, openTicket, onCopied }: ActionParts): void {
  draftChunk.use(
    ({ copyDraft }) => void copyDraft(context, diagnosis).then((isCopied) => (isCopied ? onCopied : openTicket)?.()),
    (error) => reportChunkError(context, error),
  );
}

/** Some diagnoses and audiences have a more exact label for the same action. */
function labelOf(kind: ActionKind, { context, diagnosis, audience, copied }: ActionParts): string {
  const { words, developer } = context.text.locale;
  if (kind === "reauthorize" && diagnosis.remedies.includes("switchAccount")) return words.labels.switchAccount;
  if (kind === "openTicket" && audience === "developer" && developer !== undefined) return developer.openTicket;
  return kind === "copyReport" && copied !== undefined ? copied : words.actions[kind];
}
