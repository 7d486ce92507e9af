import type { Diagnosis } from "../model/Diagnosis.js";
import type { TicketDraft } from "../model/TicketDraft.js";
import { fetchWords } from "../i18n/wholeWords.js";
import { ticketDraft } from "../support/ticketDraft.js";
import type { PageClient, TencentErrorContextValue } from "./PageContext.js";

/** Copies a failure's report and announces the result. Must begin in a click. */
export async function copyDraft(
  { announce, text, client }: Pick<TencentErrorContextValue, "announce" | "text" | "client">,
  diagnosis: Diagnosis,
): Promise<boolean> {
  const isCopied = await copyText(draftTicket(client, diagnosis).text);
  const { copied, copyFailed } = (await fetchWords(text.locale)).labels;
  announce(isCopied ? copied : copyFailed, `copy${performance.now()}`);
  return isCopied;
}

/**
 * Copies a text, by a field where there is no other way. Where the browser refuses that as well, what the field shows is left
 * selected for the person to copy. Must begin in a click.
 */
export async function copyText(text: string, findField?: () => HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no clipboard without https, or permission denied
    const field = findField?.() ?? null;
    field?.focus();
    field?.select();
    return field !== null && isSelectionCopied();
  }
}

function isSelectionCopied(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where there is no clipboard
    return document.execCommand("copy");
  } catch {
    return false;
  }
}

/** A failure's report with what this page knows: the app's version, the browser, and the last events. */
export function draftTicket({ support, recentEvents }: PageClient, diagnosis: Diagnosis): TicketDraft {
  return ticketDraft(diagnosis, {
    appVersion: support.appVersion,
    browser: typeof navigator === "undefined" ? undefined : navigator.userAgent,
    events: recentEvents(),
  });
}
