"use client";

import { type ReactElement, useEffect, useSyncExternalStore } from "react";
import { draftChunk } from "../../react/draftChunk.js";
import { failedCalls } from "../../react/failedCalls.js";
import { pickFailure } from "../../react/pickFailure.js";
import { reportChunkError } from "../../react/reportChunkError.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { reportChunk } from "./reportChunk.js";
import type { TicketDialogProps } from "./TicketDialog.js";
import { isWhole } from "../../i18n/Locale.js";

/**
 * Shows a failure's redacted report, for a person to read and change before it is copied, downloaded or sent to the desk.
 * What was typed is kept until it is sent. Should an element of `components` throw, the kit's own takes its place. Its code is
 * fetched when it opens; where that can't be had it closes, and the report is copied if that is possible.
 * @throws Error in development outside of `TencentErrorProvider`.
 * @example
 * ```tsx
 * import { useState } from "react";
 * import { TicketDialog } from "tencent-error-kit";
 *
 * export function Help({ error }: { readonly error: unknown }) {
 *   const [isOpen, setOpen] = useState(false);
 *   return (
 *     <>
 *       <button onClick={() => setOpen(true)}>Help</button>
 *       <TicketDialog error={error} open={isOpen} onOpenChange={setOpen} />
 *     </>
 *   );
 * }
 * ```
 */
export function LazyTicketDialog(props: TicketDialogProps): ReactElement | null {
  const { open, onOpenChange, error, isThrown } = props;
  const context = useTencentContext("TicketDialog");
  const { locale, words } = context.text;
  const found = useSyncExternalStore(reportChunk.subscribe, reportChunk.now, () => undefined);
  const views = isWhole(words) ? found : undefined;
  useEffect(() => {
    if (!open || views !== undefined) return undefined;
    let isHere = true;
    Promise.all([reportChunk.load(), locale.later?.load()]).catch((lost: unknown) => {
      reportChunkError(context, lost);
      const failure = pickFailure(failedCalls(error, isThrown), context.client);
      if (!isHere || failure === undefined) return;
      onOpenChange(false);
      draftChunk.use(
        ({ copyDraft }) => void copyDraft(context, failure.diagnosis),
        () => context.announce(context.text.words.labels.reloadPage, "reload"),
      );
    });
    return () => {
      isHere = false;
    };
  }, [views, open, onOpenChange, error, isThrown, context, locale]);
  return views === undefined ? null : <views.TicketDialog {...props} />;
}
