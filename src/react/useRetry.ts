"use client";
import { useEffect, useState } from "react";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { Retry } from "./ErrorState.js";

/** What a server asks to wait longer than this is left to the person. */
const maxWaitMs = 60_000;

interface Settled {
  readonly attempt: number;
  /** The failure whose clock has run out or was stopped. */
  readonly settled: unknown;
}

const untried: Settled = { attempt: 0, settled: null };

/**
 * Trying one failure again: by hand at any time, and by itself when the server named a time within a minute. A cancelled
 * countdown stays cancelled until the call fails anew.
 */
export function useRetry(diagnosis: Diagnosis | undefined, send: (() => void) | undefined, isRunning: boolean): Retry {
  const [{ attempt, settled }, settle] = useState<Settled>(untried);
  const failure = diagnosis?.failure;
  const waitMs = diagnosis?.retry === "backoff" ? failure?.retryAfterMs : undefined;
  const isDue =
    !isRunning && failure !== undefined && waitMs !== undefined && settled !== failure && send !== undefined;
  const nextRetryAt = isDue ? failure.occurredAt + waitMs : null;
  const isAutomatic = isDue && waitMs <= maxWaitMs;

  const retryNow = (): void => {
    if (isRunning) return;
    settle((before) => ({ attempt: before.attempt + 1, settled: failure }));
    send?.();
  };

  // set anew by each render, which may bring a new function: the time itself stays
  useEffect(() => {
    if (!isAutomatic || nextRetryAt === null) return undefined;
    const timer = setTimeout(retryNow, Math.max(0, nextRetryAt - Date.now()));
    return () => clearTimeout(timer);
  });

  return {
    attempt,
    nextRetryAt,
    isAutomatic,
    isRunning,
    retryNow,
    cancel() {
      settle((before) => ({ ...before, settled: failure }));
    },
  };
}
