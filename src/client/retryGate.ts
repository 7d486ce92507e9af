import { createOnlineCheck } from "../base/onlineCheck.js";
import { causesOf } from "../diagnose/TencentError.js";
import type { RetryGate, RetryBudget } from "./Retries.js";

/** How often a client sends one call again by itself. */
export const maxTries = 3;

/** The gate of one client. */
export function createRetryGate(): RetryGate {
  const budget = createRetryBudget();
  const repeated = new WeakMap<object, number>();
  const repeating = new WeakSet<object>();
  return {
    budget,
    mayRepeat(failureCount, error) {
      if (failureCount === 0) budget.count("failed");
      const mayRepeat = failureCount < maxTries && (!budget.seesCalls() || budget.spend());
      if (typeof error === "object" && error !== null) {
        repeated.set(error, failureCount);
        // an interceptor that asks may have had it before a wrapper came around it
        for (const cause of causesOf(error)) repeating[mayRepeat ? "add" : "delete"](cause as object);
      }
      return mayRepeat;
    },
    isRepeating: (error) => repeating.has(error as object),
    repeatsOf: (error) => repeated.get(error as object) ?? 0,
    forgetRepeats: (error) => void repeated.delete(error as object),
    isOnline: createOnlineCheck(),
  };
}

/** So many within `windowMs` are free: a page of a few calls gets through a short outage. */
const free = 10;
const windowMs = 300_000;
const share = 0.1;
/** Older calls weigh half, so that a long quiet day does not pay for a storm. */
const remembered = 2000;

/** Of a client's calls, a tenth at most are sent again, so that an outage is not made worse by those who wait for its end. */
function createRetryBudget(): RetryBudget {
  const counts = { sent: 0, fetched: 0, failed: 0 };
  /** The last of those that were spent, oldest first. */
  let recent: number[] = [];
  let spent = 0;

  function canSpend(): boolean {
    const [oldest = -Infinity] = recent;
    if (recent.length < free || performance.now() - oldest > windowMs) return true;
    // what is sent again is counted where it is sent
    return spent < share * (Math.max(counts.sent, counts.fetched, counts.failed) - spent);
  }

  return {
    count(layer) {
      counts[layer] += 1;
      if (counts[layer] < remembered) return;
      for (const each of ["sent", "fetched", "failed"] as const) counts[each] /= 2;
      spent /= 2;
    },
    seesCalls: () => counts.sent + counts.fetched > 0,
    canSpend,
    spend() {
      if (!canSpend()) return false;
      spent += 1;
      recent = [...recent, performance.now()].slice(-free);
      return true;
    },
    giveBack() {
      spent -= 1;
      recent = recent.slice(0, -1);
    },
  };
}
