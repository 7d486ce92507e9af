import type { Retries } from "./createRetries.js";
import type { LateEngine } from "./lateEngine.js";
import type { RetryGate } from "./retryGate.js";

/** Nothing waits for its next try before the engine is there: it comes with the notice that counts down. */
export function createRetriesFront(
  { budget, mayRepeat, isRepeating }: RetryGate,
  { now, whenThere }: LateEngine,
): Retries {
  const retries = (): Retries | undefined => now()?.retries;
  return {
    ...{ count: budget.count, mayRepeat, isRepeating },
    know: (call, error) => whenThere((engine) => engine.retries.know(call, error)),
    isKnown: (error) => retries()?.isKnown(error) === true,
    forget: (call) => retries()?.forget(call),
    maySend: (call) => retries()?.maySend(call) !== false,
    canWait: (call) => retries()?.canWait(call) === true,
    wait(call, waiter) {
      const leave = retries()?.wait(call, waiter);
      if (leave === undefined) waiter.onChange(null, false);
      return leave ?? (() => undefined);
    },
    stop: (call) => whenThere((engine) => engine.retries.stop(call)),
  };
}
