import type { UseTencentErrorOptions } from "../../react/ErrorState.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";

/** How a notice reads its failure. What resets a boundary also sends the call again. */
export function noticeOptions(props: ErrorNoticeProps): UseTencentErrorOptions {
  const reset = resetOf(props);
  const { audience, isThrown = reset !== undefined, onDismiss, onRetry = reset, onOpenTicket, isOwn } = props;
  return { audience, isThrown, onDismiss, onRetry, onOpenTicket, isOwn };
}

/** The reset of the boundary that a notice is the fallback of. */
export function resetOf({ resetErrorBoundary, resetError, retry, reset }: ErrorNoticeProps): (() => void) | undefined {
  return resetErrorBoundary ?? resetError ?? retry ?? reset;
}
