"use client";

import { type ReactElement, useEffect, useSyncExternalStore } from "react";
import { draftChunk } from "../../react/draftChunk.js";
import { failedCalls } from "../../react/failedCalls.js";
import { pickFailure } from "../../react/pickFailure.js";
import { tellLost } from "../../react/tellLost.js";
import { useTencentContext } from "../../react/useTencentContext.js";
import { reportChunk } from "./reportChunk.js";
import type { TicketDialogProps } from "./TicketDialog.js";

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
  const views = useSyncExternalStore(reportChunk.subscribe, reportChunk.now, () => undefined);
  useEffect(() => {
    if (!open || views !== undefined) return undefined;
    let isHere = true;
    reportChunk.load().catch((lost: unknown) => {
      tellLost(context, lost);
      const found = pickFailure(failedCalls(error, isThrown), context.client);
      if (!isHere || found === undefined) return;
      onOpenChange(false);
      draftChunk.use(
        ({ copyDraft }) => void copyDraft(context, found.diagnosis),
        () => context.announce(context.text.words.labels.reloadPage, "reload"),
      );
    });
    return () => {
      isHere = false;
    };
  }, [views, open, onOpenChange, error, isThrown, context]);
  return views === undefined ? null : <views.TicketDialog {...props} />;
}
