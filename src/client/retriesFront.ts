import type { Retries, RetryGate } from "./Retries.js";
import type { LateEngine } from "./Engine.js";

/** What is to be tried again before the engine is there begins to wait when that comes. */
export function createRetriesFront({ budget, mayRepeat, isRepeating }: RetryGate, late: LateEngine): Retries {
  const { now, whenThere } = late;
  const retries = (): Retries | undefined => now()?.retries;
  return {
    ...{ count: budget.count, mayRepeat, isRepeating },
    know: (call, error) => whenThere((engine) => engine.retries.know(call, error)),
    isKnown: (error) => retries()?.isKnown(error) === true,
    forget: (call) => retries()?.forget(call),
    maySend: (call) => retries()?.maySend(call) !== false,
    canWait: (call) => retries()?.canWait(call) === true,
    wait: (call, waiter) =>
      late.follow(
        (engine) => engine.retries.wait(call, waiter),
        () => waiter.onChange(null, false),
      ),
    stop: (call) => whenThere((engine) => engine.retries.stop(call)),
  };
}
