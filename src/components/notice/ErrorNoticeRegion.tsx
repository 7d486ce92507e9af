"use client";

import { type ReactElement, useState, useSyncExternalStore } from "react";
import { useTencentContext } from "../../react/useTencentContext.js";
import { LazyTicketDialog } from "../ticket/LazyTicketDialog.js";
import { ErrorNotice } from "./ErrorNotice.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";

/** How failures without a notice of their own are shown. */
export interface ErrorNoticeRegionProps extends Pick<
  ErrorNoticeProps,
  "variant" | "audience" | "details" | "classNames" | "slotProps" | "components" | "unstyled"
> {
  /** How many notices at most. Default: 3. */
  readonly max?: number | undefined;
  readonly className?: string | undefined;
}

const none = [] as const;

/**
 * Shows failures without a notice of their own: all with one fingerprint are one notice, which is removed when they heal. A
 * notice elsewhere on the page that shows the same error takes it from here. What no service said, such as a bug, your own
 * `{ code: 20000 }` or an HTTP 404, is yours to show. Needs `attachTencentErrors`. Put it once, where the
 * page's content begins: below the header and outside of what is unmounted from page to page.
 * @throws Error in development outside of `TencentErrorProvider`.
 */
export function ErrorNoticeRegion({
  max = 3,
  className,
  variant = "banner",
  ...props
}: ErrorNoticeRegionProps): ReactElement {
  const [ticket, setTicket] = useState<{ readonly error: unknown } | null>(null);
  const { board } = useTencentContext("ErrorNoticeRegion").client;
  const rows = useSyncExternalStore(board.subscribe, board.getRows, () => none);
  const dialog = (
    <LazyTicketDialog
      error={ticket?.error}
      isThrown={ticket !== null}
      open={ticket !== null}
      onOpenChange={() => setTicket(null)}
      audience={props.audience}
      unstyled={props.unstyled}
      components={props.components}
    />
  );
  return (
    <>
      {rows.length === 0 ? null : (
        <div data-part="region" className={className}>
          {rows.slice(0, max).map(({ diagnosis, error, count, retry, dismiss }) => (
            <ErrorNotice
              {...props}
              key={diagnosis.fingerprint}
              error={error}
              isThrown
              occurrences={count}
              variant={variant}
              onRetry={retry}
              onDismiss={dismiss}
              onOpenTicket={() => setTicket({ error })}
              isClaiming={false}
            />
          ))}
        </div>
      )}
      {dialog}
    </>
  );
}
