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
  const { context, diagnosis, audience, retry, dismiss, openTicket } = parts;
  const { canReauthorize, flowFor, support, docs, reauth, emit } = context.client;
  const guide = docsUrl(diagnosis, docs);
  // the vendor's console is a plain link; a desk with `submit` opens the dialog, so that a person reads what is sent
  const isLink = (support.submit === undefined && support.audience === "developer") || openTicket === undefined;
  const copy = (): void => copyReport(parts);
  // for the desk's page: nothing is sent by itself
  const openDesk = (): void => {
    emit({ type: "ticket.opened", fingerprint: diagnosis.fingerprint });
    copy();
  };
  const runs: Readonly<Record<ActionKind, (() => void) | undefined>> = {
    reauthorize: () => reauth.startFor(diagnosis),
    retry,
    openTicket: isLink ? openDesk : openTicket,
    copyReport: copy,
    dismiss,
    readDocs: undefined,
  };
  const kinds = chooseActions(diagnosis, {
    audience,
    reauthorize: canReauthorize && flowFor(diagnosis) !== undefined,
    retry: retry !== undefined,
    openTicket: support.audience !== "developer" || audience === "developer",
    readDocs: guide !== undefined,
    dismiss: dismiss !== undefined,
  });
  return kinds.map((kind) => ({
    kind,
    label: labelOf(kind, parts),
    href: kind === "readDocs" ? guide : kind === "openTicket" && isLink ? support.url : undefined,
    run: () => runs[kind]?.(),
  }));
}

function copyReport({ context, diagnosis, openTicket, onCopied }: ActionParts): void {
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
