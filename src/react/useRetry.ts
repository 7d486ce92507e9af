"use client";
import { type RefObject, useEffect, useState } from "react";
import { libraryWaits } from "../client/libraryWaits.js";

import type { Retry } from "./ErrorState.js";
import type { WorstFailure } from "./pickFailure.js";
import type { FailedCall } from "../client/Retries.js";
import type { PageClient } from "./PageContext.js";

/** A longer wait than this is left to the person. */
const maxWaitMs = 60_000;

interface Settled {
  readonly attempt: number;
  /** The failure whose countdown has ended or was stopped. */
  readonly settled: object | undefined;
  /** The failure that a countdown was requested for, and when it is sent: null where it is left to the person. */
  readonly waiting?: { readonly failure: object; readonly dueAt: number | null };
}

const untried: Settled = { attempt: 0, settled: undefined };

/** What was shown last, and how it is sent again: what an effect or a timer goes by. */
export type LatestCall = RefObject<{
  readonly found?: WorstFailure | undefined;
  readonly send?: (() => void) | undefined;
}>;

/**
 * Retries one failure: by hand at any time, and by itself when the server named a time within a minute and the client has
 * a try left for the call. A cancelled countdown stays cancelled until the call fails anew.
 */
export function useRetry(
  found: WorstFailure | undefined,
  send: (() => void) | undefined,
  retries: PageClient["retries"],
  latest: LatestCall,
): Retry {
  const [{ attempt, settled, waiting }, settle] = useState<Settled>(untried);
  const failure = found?.diagnosis.failure;
  const { error, key, isRunning = false } = found?.call ?? {};
  const call = found && waitOf(found);
  const isDue = call !== undefined && !isRunning && settled !== failure && send !== undefined;
  const isShort = isDue && call.waitMs <= maxWaitMs;
  const joined = waiting !== undefined && waiting.failure === failure ? waiting : undefined;
  const isAutomatic = isShort && (joined === undefined ? retries.canWait(call) : joined.dueAt !== null);
  const serversTime = isDue && (isAutomatic || !isShort) ? call.occurredAt + call.waitMs : null;

  useEffect(() => {
    const asked = latest.current.found && waitOf(latest.current.found);
    if (!isShort || asked === undefined) return undefined;
    return retries.wait(asked, {
      send: () => latest.current.send?.(),
      onChange: (dueAt, isSent) =>
        settle((before) => ({
          attempt: before.attempt + (isSent ? 1 : 0),
          settled: isSent ? asked.failure : before.settled,
          waiting: { failure: asked.failure, dueAt },
        })),
    });
  }, [retries, latest, isShort, failure, error, key]);

  const stop = (tries: number): void => {
    if (call !== undefined) retries.stop(call);
    settle((before) => ({ ...before, attempt: before.attempt + tries, settled: failure }));
  };
  const libraryDue = found?.call.isTrying === true ? libraryWaits.get(error as object) : undefined;
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
