import { createOnlineCheck } from "../base/onlineCheck.js";
import { causesOf } from "../diagnose/TencentError.js";
import type { RetryGate } from "./Retries.js";

/** How often a client sends one call again by itself. */
export const maxTries = 3;

/** So many within `windowMs` are free: a page of a few calls gets through a short outage. */
const free = 10;
const windowMs = 300_000;
const share = 0.1;
/** Older calls weigh half, so that a long quiet day does not pay for a storm. */
const remembered = 2000;

/** Of a client's calls, a tenth at most are sent again, so that an outage is not made worse by those who wait for its end. */
export function createRetryGate(): RetryGate {
  const counts = { sent: 0, fetched: 0, failed: 0, spent: 0 };
  /** When the last of them were spent, oldest first. */
  let recent: readonly number[] = Array<number>(free).fill(-Infinity);
  const repeats = new WeakMap<object, number>();
  const repeating = new WeakSet<object>();

  function count(layer: "sent" | "fetched" | "failed"): void {
    counts[layer] += 1;
    if (counts[layer] < remembered) return;
    for (const each of Object.keys(counts) as (keyof typeof counts)[]) counts[each] /= 2;
  }

  function canSpend(): boolean {
    const { sent, fetched, failed, spent } = counts;
    if (performance.now() - Number(recent[0]) > windowMs) return true;
    // what is sent again is counted where it is sent
    return spent < share * (Math.max(sent, fetched, failed) - spent);
  }

  function spend(): boolean {
    if (!canSpend()) return false;
    counts.spent += 1;
    recent = [...recent.slice(1), performance.now()];
    return true;
  }

  return {
    count,
    canSpend,
    spend,
    giveBack() {
      counts.spent -= 1;
      recent = [-Infinity, ...recent.slice(0, -1)];
    },
    mayRepeat(failureCount, error) {
      if (failureCount === 0) count("failed");
      // where no layer tells of the calls that go well too, there is nothing to take a share of
      const mayRepeat = failureCount < maxTries && (counts.sent + counts.fetched === 0 || spend());
      if (typeof error === "object" && error !== null) {
        repeats.set(error, failureCount);
        // an interceptor that asks may have had it before a wrapper came around it
        for (const cause of causesOf(error)) repeating[mayRepeat ? "add" : "delete"](cause as object);
      }
      return mayRepeat;
    },
    isRepeating: (error) => repeating.has(error as object),
    repeats,
    isOnline: createOnlineCheck(),
  };
}
