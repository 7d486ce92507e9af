"use client";
import { useEffect, useRef, useState } from "react";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { Retry } from "./ErrorState.js";

/** What a server asks to wait longer than this is left to the person. */
const maxWaitMs = 60_000;

/**
 * Trying one failure again: by hand at any time, and by itself when the server named a time within a minute. A cancelled
 * countdown stays cancelled until the call fails anew.
 */
export function useRetry(diagnosis: Diagnosis | undefined, send: (() => void) | undefined): Retry {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<unknown>(null);
  const failure = diagnosis?.failure;
  const waitMs = diagnosis?.retry === "backoff" ? failure?.retryAfterMs : undefined;
  const isDue = failure !== undefined && waitMs !== undefined && settled !== failure && send !== undefined;
  const nextRetryAt = isDue ? failure.occurredAt + waitMs : null;
  const isAutomatic = isDue && waitMs <= maxWaitMs;

  const retryNow = (): void => {
    setSettled(failure);
    setAttempt((count) => count + 1);
    send?.();
  };

  // a new render brings a new function for the same failure: the clock must not start over for it
  const latest = useRef(retryNow);
  useEffect(() => {
    latest.current = retryNow;
  });
  useEffect(() => {
    if (!isAutomatic || nextRetryAt === null) return undefined;
    const timer = setTimeout(() => latest.current(), Math.max(0, nextRetryAt - Date.now()));
    return () => clearTimeout(timer);
  }, [isAutomatic, nextRetryAt]);

  return {
    attempt,
    nextRetryAt,
    isAutomatic,
    retryNow,
    cancel() {
      setSettled(failure);
    },
  };
}
