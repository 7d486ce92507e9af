import type { ReactNode } from "react";
import type { Audience } from "../../model/Message.js";
import type { SomeError, UseTencentErrorOptions } from "../../react/ErrorState.js";
import type { NoticeComponents, NoticeVariant } from "../parts/HostComponents.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Category } from "../../model/Diagnosis.js";
import type { ClassNames, SlotProps } from "../parts/Parts.js";
import type { Healed } from "../parts/HealedLine.js";

/** What a notice is given. Only `error` is needed. */
export interface ErrorNoticeProps {
  /** An error, a query, a mutation, SWR's answer, or an array of those. Renders nothing while nothing failed. */
  readonly error: unknown;
  /** Whether `error` was thrown: then it is shown whatever it is. Default: yes below a boundary that gives its reset, else no. */
  readonly isThrown?: boolean | undefined;
  readonly variant?: NoticeVariant | undefined;
  /**
   * A drawing in place of the icon, for `variant="page"`: an element, or one for each category, such as `drawingFor` of
   * `tencent-error-kit/drawings`.
   */
  readonly illustration?: ReactNode | ((category: Category) => ReactNode);
  readonly audience?: Audience | undefined;
  /** Whether the facts of the report can be unfolded. Default: for developers. */
  readonly details?: boolean | undefined;
  /** Whether it is announced to assistive technology. Default: yes. */
  readonly announce?: boolean | undefined;
  /** Makes the title a heading of this level. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  readonly className?: string | undefined;
  readonly classNames?: ClassNames<NoticePart> | undefined;
  readonly slotProps?: SlotProps<NoticePart> | undefined;
  readonly components?: NoticeComponents | undefined;
  readonly unstyled?: boolean | undefined;
  /** How many calls this notice stands for. Default: those of `error` with the same trouble. */
  readonly occurrences?: number | undefined;
  /**
   * Whether the call only reads, so that it may be sent again without a click once a sign-in has healed it or the network is back. Asked
   * where its method is not known. Default: true if it was under way when the notice was rendered for the first time, since the page then asked by itself.
   */
  readonly isOwn?: boolean | undefined;
  /** Whether an `ErrorNoticeRegion` leaves this error to the notice. Default: yes. */
  readonly isClaiming?: boolean | undefined;
  /** Shows that it went well in place of the notice's own line, such as in the app's toast. */
  readonly onHealed?: ((healed: Healed) => void) | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
  /** Called when a person wants to report it. Default: the notice opens a `TicketDialog`. */
  readonly onOpenTicket?: (() => void) | undefined;
  /** From react-error-boundary, whose fallback this can be. */
  readonly resetErrorBoundary?: ((...args: unknown[]) => void) | undefined;
  /** From Sentry's boundary, whose fallback this can be. */
  readonly resetError?: (() => void) | undefined;
  /** From `error.tsx` of Next.js 16.3 and later, which this can be: it fetches the segment again. */
  readonly retry?: (() => void) | undefined;
  /** From `error.tsx` of Next.js and the `errorComponent` of TanStack Router, which this can be. */
  readonly reset?: (() => void) | undefined;
  /** Renders the whole notice by itself. */
  readonly children?: ((state: SomeError) => ReactNode) | undefined;
}

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
