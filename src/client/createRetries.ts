import { type CallEntry, createCallBook } from "./createCallBook.js";
import { maxTries } from "./retryGate.js";
import { tell } from "./store.js";
import { whenSeen } from "./whenSeen.js";
import type { FailedCall, Retries, RetryGate, RetryWaiter } from "./Retries.js";

const baseMs = 1000;

/** Tries are counted on the client, since notices come and go with each try. */
export function createRetries(gate: RetryGate): Retries {
  const { count, mayRepeat, isRepeating, repeats, isOnline } = gate;
  const book = createCallBook<RetryWaiter>();
  /** The call that a clock sends just now. */
  let sending: CallEntry<RetryWaiter> | undefined;

  const repeatsOf = (error: unknown): number => repeats.get(error as object) ?? 0;

  function take(entry: CallEntry<RetryWaiter>): boolean {
    if (entry.tries >= maxTries || !gate.spend()) return false;
    entry.tries += 1;
    return true;
  }

  function start(entry: CallEntry<RetryWaiter>, call: FailedCall): void {
    const { error, failure, occurredAt, waitMs } = call;
    entry.failure = failure;
    entry.tries += repeatsOf(error);
    repeats.delete(error as object);
    const backOffMs = baseMs * 2 ** entry.tries * (1 + Math.random() / 2);
    if (!take(entry)) return;
    const wholeMs = Math.max(waitMs, backOffMs);
    // a failure may carry the time of another machine's clock
    const restMs = Math.min(Math.max(0, occurredAt + wholeMs - Date.now()), wholeMs);
    let off = (): void => clearTimeout(timer);
    const timer = setTimeout(() => {
      off = whenSeen(isOnline, () => fire(entry, call));
    }, restMs);
    entry.dueAt = Date.now() + restMs;
    entry.end = () => off();
  }

  function fire(entry: CallEntry<RetryWaiter>, call: FailedCall): void {
    const waiters = close(entry);
    book.noteTry(call, entry);
    sending = entry;
    tell(() => waiters[0]?.send());
    sending = undefined;
    for (const { onChange } of waiters) onChange(null, true);
  }

  /** Ends the clock without having sent anything. */
  function callOff(entry: CallEntry<RetryWaiter>): void {
    if (entry.dueAt === null) return;
    entry.end();
    entry.tries -= 1;
    gate.giveBack();
    for (const { onChange } of close(entry)) onChange(null, false);
  }

  return {
    ...{ count, mayRepeat, isRepeating },
    know: book.know,
    isKnown: book.isOwned,
    forget(call) {
      const entry = book.entryOf(call);
      if (entry === undefined) return;
      callOff(entry);
      entry.tries = 0;
    },
    maySend(call) {
      if (sending === undefined) return true;
      const entry = book.enter(call);
      return entry === sending || take(entry);
    },
    canWait(call) {
      const { dueAt = null, failure, tries = 0 } = book.find(call) ?? {};
      const isNew = failure !== call.failure && tries + repeatsOf(call.error) < maxTries;
      return dueAt !== null || (isNew && gate.canSpend());
    },
    wait(call, waiter) {
      const entry = book.open(call, () => count("failed"));
      if (entry.dueAt === null && entry.failure !== call.failure) start(entry, call);
      waiter.onChange(entry.dueAt, false);
      if (entry.dueAt === null) return () => undefined;
      entry.waiters.add(waiter);
      return () => {
        if (!entry.waiters.delete(waiter) || entry.waiters.size > 0) return;
        entry.failure = undefined;
        callOff(entry);
      };
    },
    stop(call) {
      const entry = book.open(call);
      entry.failure = call.failure;
      callOff(entry);
    },
  };
}

/** The clock is over. Returns who waited for it. */
function close(entry: CallEntry<RetryWaiter>): readonly RetryWaiter[] {
  const waiters = [...entry.waiters];
  entry.waiters.clear();
  entry.dueAt = null;
  return waiters;
}
