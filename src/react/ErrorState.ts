import type { Diagnosis } from "../model/Diagnosis.js";
import type { ActionKind, Audience, Message } from "../model/Message.js";
import type { TicketDraft } from "../model/TicketDraft.js";

/** One button. */
export interface Action {
  readonly kind: ActionKind;
  readonly label: string;
  /** Where it leads, when it is a link. Opens in a new window. */
  readonly href?: string | undefined;
  run(): void;
}

/** Trying again by hand or by the clock. */
export interface Retry {
  /** How often a person has tried again here. */
  readonly attempt: number;
  /** When the server accepts the call again, in milliseconds since 1970. Null when it named no time, or after `cancel`. */
  readonly nextRetryAt: number | null;
  /** Whether it is sent by itself then: only when that is within a minute. */
  readonly isAutomatic: boolean;
  /** Whether the call is under way again just now. */
  readonly isRunning: boolean;
  /** Does nothing while the call is under way. */
  retryNow(): void;
  /** Stops the countdown. The person can still try again by hand. */
  cancel(): void;
}

/** Nothing failed. */
export interface NoError {
  readonly isError: false;
  readonly errors: readonly [];
  readonly diagnosis: null;
  readonly message: null;
  readonly actions: readonly [];
  readonly primaryAction: null;
  readonly occurrences: 0;
  readonly isStale: false;
  readonly dataUpdatedAt: null;
  readonly isHealed: false;
  readonly isTrying: false;
  readonly retry: null;
  draftTicket(): null;
  dismiss(): void;
}

/** A failure with its words and its actions. */
export interface SomeError {
  readonly isError: true;
  /** The errors that this state describes, as they were given. Untrusted: show `message` instead. */
  readonly errors: readonly unknown[];
  readonly diagnosis: Diagnosis;
  readonly message: Message;
  /** The best one first. */
  readonly actions: readonly Action[];
  readonly primaryAction: Action | null;
  /** How many of the given calls failed with the same trouble. */
  readonly occurrences: number;
  /** The failure was in the background: older data is still there. */
  readonly isStale: boolean;
  /** When that data came, in milliseconds since 1970. */
  readonly dataUpdatedAt: number | null;
  /** There was a sign-in after the call began. The message says so, and the one action loads again. */
  readonly isHealed: boolean;
  /** The data layer retries by itself: the notice is calm and has no action. */
  readonly isTrying: boolean;
  readonly retry: Retry;
  /** The report, free of secrets. Rejects when its code can't be fetched. */
  draftTicket(): Promise<TicketDraft>;
  dismiss(): void;
}

/** What `useTencentError` gives. */
export type ErrorState = NoError | SomeError;

/** How a notice reads its failure. */
export interface UseTencentErrorOptions {
  readonly audience?: Audience | undefined;
  /**
   * Whether the input was thrown, such as what `useRouteError` gives: then it is shown whatever it is, also a plain object, a text
   * or null. Default: no.
   */
  readonly isThrown?: boolean | undefined;
  /** Sends the failed call again. Default: what the input offers: `refetch`, `mutate`, a boundary's reset. */
  readonly onRetry?: (() => void) | undefined;
  /**
   * Whether the call only reads, so that it may be sent again without a click once a sign-in has healed it or the network is back. Asked
   * where its method is not known. Default: true if it was under way at the first render, since the page then asked by itself.
   */
  readonly isOwn?: boolean | undefined;
  /** Called when a person closes the notice. Without it, the notice can't be closed. */
  readonly onDismiss?: (() => void) | undefined;
  /**
   * Shows the report before it goes anywhere, such as in a `TicketDialog`. Default: the report is copied, and a desk that has a
   * page is a link to it. Nothing is sent before a person has read it.
   */
  readonly onOpenTicket?: (() => void) | undefined;
}
