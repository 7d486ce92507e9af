import { libraryWaits } from "../client/libraryWaits.js";
import type { FailedCall } from "../client/Retries.js";
import type { CallLife } from "./useCallLife.js";
import type { Retry } from "./ErrorState.js";
import type { PageClient } from "./PageContext.js";
import type { WorstFailure } from "./pickFailure.js";

/** A longer wait than this is left to the person. */
const maxWaitMs = 60_000;

/**
 * Retries one failure: by hand at any time, and by itself when the server named a time within a minute and the client has
 * a try left for the call. A cancelled countdown stays cancelled until the call fails anew.
 */
export function callRetry(
  found: WorstFailure,
  send: (() => void) | undefined,
  retries: PageClient["retries"],
  { memory, change, after }: CallLife,
): Retry {
  const { attempt, settled, waiting, latest } = memory;
  const { failure } = found.diagnosis;
  const { error, key, isRunning = false, isTrying } = found.call;
  const call = waitOf(found);
  const isDue = call !== undefined && !isRunning && settled !== failure && send !== undefined;
  const isShort = isDue && call.waitMs <= maxWaitMs;
  const joined = waiting?.failure === failure ? waiting : undefined;
  const isAutomatic = isShort && (joined === undefined ? retries.canWait(call) : joined.dueAt !== null);
  const serversTime = isDue && (isAutomatic || !isShort) ? call.occurredAt + call.waitMs : null;

  if (isShort)
    after(["wait", retries, failure, error, key], () =>
      retries.wait(call, {
        send: () => latest.send?.(),
        onChange: (dueAt, isSent) =>
          change((before) => ({
            attempt: before.attempt + (isSent ? 1 : 0),
            settled: isSent ? failure : before.settled,
            waiting: { failure, dueAt },
          })),
      }),
    );

  const stop = (tries: number): void => {
    if (call !== undefined) retries.stop(call);
    change((before) => ({ attempt: before.attempt + tries, settled: failure }));
  };
  const libraryDue = isTrying ? libraryWaits.get(error as object) : undefined;
  return {
    attempt,
    nextRetryAt: libraryDue ?? (isDue ? joined?.dueAt : null) ?? serversTime,
    isAutomatic: isAutomatic || libraryDue !== undefined,
    isRunning: isRunning && libraryDue === undefined,
    retryNow() {
      if (isRunning) return;
      stop(1);
      send?.();
    },
    cancel() {
      stop(0);
    },
  };
}

/** Undefined where the server named no time. */
function waitOf({ call: { error, key }, diagnosis }: WorstFailure): FailedCall | undefined {
  const { retry, failure, fingerprint } = diagnosis;
  const { retryAfterMs: waitMs, occurredAt } = failure;
  if (retry !== "backoff" || waitMs === undefined) return undefined;
  return { error, key, likeness: `${fingerprint} ${failure.path ?? ""}`, failure, occurredAt, waitMs };
}
