import type { FailedCall } from "./Retries.js";

/** How one call stands. */
export interface CallEntry<Waiter> {
  tries: number;
  triedAt: number;
  /** What was waited for last. */
  failure: object | undefined;
  /** When its clock sends it. */
  dueAt: number | null;
  /** Stops the clock. */
  end: () => void;
  readonly waiters: Set<Waiter>;
}

/** Finds one call again, whatever of it is known by now: its error is another one after each try. */
interface CallBook<Waiter> {
  know(call: object, error: unknown): void;
  /** Whether a data layer has said whose error it is. */
  isOwned(error: unknown): boolean;
  entryOf(name: object): CallEntry<Waiter> | undefined;
  /** The entry of what a data layer calls its own. */
  enter(name: object): CallEntry<Waiter>;
  find(call: FailedCall): CallEntry<Waiter> | undefined;
  /** As `find`, and makes one where there is none. */
  open(call: FailedCall, onNew?: () => void): CallEntry<Waiter>;
  /** A try is sent: its next failure is known by all that is known of it now. */
  noteTry(call: FailedCall, entry: CallEntry<Waiter>): void;
}

/** Where no data layer tells that a call went well, what fails so long after its last try is a new call. */
const staleMs = 600_000;

/** Holds no call: where a data layer's object goes, its entry goes with it. */
export function createCallBook<Waiter>(): CallBook<Waiter> {
  const entries = new WeakMap<object, CallEntry<Waiter>>();
  const known = new WeakMap<object, object>();
  const alike = new Map<string, CallEntry<Waiter>>();

  function namesOf({ key, error }: FailedCall): readonly object[] {
    return [ownerOf(error), key, error].filter(isObject);
  }

  function ownerOf(error: unknown): object | undefined {
    return isObject(error) ? known.get(error) : undefined;
  }

  function find(call: FailedCall): CallEntry<Waiter> | undefined {
    for (const name of namesOf(call)) {
      const entry = entries.get(name);
      if (entry !== undefined) return entry;
    }
    const entry = ownerOf(call.error) === undefined ? alike.get(call.likeness) : undefined;
    // an equal call that still waits for its retry is a second call, not the same one again
    return entry === undefined || entry.dueAt !== null || isStale(entry) ? undefined : entry;
  }

  function name(call: FailedCall, entry: CallEntry<Waiter>): CallEntry<Waiter> {
    for (const each of namesOf(call)) entries.set(each, entry);
    return entry;
  }

  return {
    know(call, error) {
      if (isObject(error)) known.set(error, call);
    },
    isOwned: (error) => ownerOf(error) !== undefined,
    entryOf: (each) => entries.get(each),
    enter(each) {
      const entry = entries.get(each) ?? create<Waiter>();
      entries.set(each, entry);
      return entry;
    },
    find,
    open(call, onNew) {
      const found = find(call);
      if (found === undefined) onNew?.();
      else if (isStale(found) && ownerOf(call.error) === undefined) found.tries = 0;
      return name(call, found ?? create());
    },
    noteTry(call, entry) {
      entry.triedAt = performance.now();
      name(call, entry);
      for (const [likeness, other] of alike) if (isStale(other)) alike.delete(likeness);
      if (ownerOf(call.error) === undefined) alike.set(call.likeness, entry);
    },
  };
}

function create<Waiter>(): CallEntry<Waiter> {
  return { tries: 0, triedAt: -Infinity, failure: undefined, dueAt: null, end: () => undefined, waiters: new Set() };
}

function isStale({ triedAt }: { readonly triedAt: number }): boolean {
  return performance.now() - triedAt > staleMs;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
