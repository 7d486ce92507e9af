/** What the client sends again by itself: three times a call, a tenth of its calls, and by one clock for a call. */
export interface Retries extends Pick<RetryGate, "count" | "mayRepeat" | "isRepeating"> {
  /** The data layer's own object for a failed call: its tries are counted there until `forget`. */
  know(call: object, error: unknown): void;
  /** Whether a data layer has said that it fetches this call again. */
  isKnown(error: unknown): boolean;
  /** The call went well, or is gone. */
  forget(call: object): void;
  /** Whether one call of a group may be sent: always at a person's word, by the clock while it has tries left. */
  maySend(call: object): boolean;
  /** Whether `wait` would start a clock, or join one. */
  canWait(call: FailedCall): boolean;
  /** Joins the clock of a call. The last waiter to leave stops it. */
  wait(call: FailedCall, waiter: RetryWaiter): () => void;
  /** A person has sent the call or stopped its clock: this failure is waited for no more. */
  stop(call: FailedCall): void;
}

/** A notice that shows a failed call. */
export interface RetryWaiter {
  send(): void;
  /** When it is sent. Null once this failure is not waited for any more: it `isSent`, or it has no tries left. */
  onChange(dueAt: number | null, isSent: boolean): void;
}

/** A failure whose server named a time, as one of its notices shows it. */
export interface FailedCall {
  /** What stays the same from try to try, where its data layer has such a thing: its own function to fetch again. */
  readonly key: object | undefined;
  readonly error: unknown;
  /** What fails alike is taken for one call where nothing else tells it. */
  readonly likeness: string;
  /** It is waited for once. */
  readonly failure: object;
  readonly occurredAt: number;
  /** What the server asked for. */
  readonly waitMs: number;
}

/** Decides at once whether a failed call may be sent again: a library asks before it goes on. */
export interface RetryGate {
  /** A call begins, as one layer of the page sees it. Several layers may see the same call. */
  count(layer: "sent" | "fetched" | "failed"): void;
  canSpend(): boolean;
  /** Takes one of the calls that the client may send again by itself; false when there is none left. */
  spend(): boolean;
  /** What was taken was not sent. */
  giveBack(): void;
  /** Whether a data layer may send again what failed with this error. `failureCount` begins at 0. */
  mayRepeat(failureCount: number, error: unknown): boolean;
  /** Whether a data layer was told to send again what failed with this error. */
  isRepeating(error: unknown): boolean;
  /** How often a data layer has repeated a call before it gave this error. */
  readonly repeats: WeakMap<object, number>;
  isOnline(): boolean;
}
