"use client";
import { useEffect, useState } from "react";
import { type CallState, isUnderWay } from "./failedCalls.js";
import { resent } from "./resent.js";
import type { WorstFailure } from "./pickFailure.js";
import type { LatestCall } from "./useRetry.js";
import type { PageClient } from "./PageContext.js";

/** A data layer that asks again by itself has begun by then; many notices don't ask in one moment. */
const waitMs = 300;
const spreadMs = 300;

/** Sends again what a sign-in has healed and no data layer of the kit's asks for: readings alone, changes are left to a click. */
export function useResend(
  input: unknown,
  found: WorstFailure | undefined,
  isHealed: boolean,
  isOwnSaid: boolean | undefined,
  { diagnose, retries }: Pick<PageClient, "diagnose" | "retries">,
  latest: LatestCall,
): void {
  // what a page asks for by itself reads
  const [isOwn] = useState(() => isOwnSaid ?? isUnderWay(input));
  const error = found?.call.error;
  useEffect(() => {
    if (!isHealed) return undefined;
    const timer = setTimeout(
      () => {
        for (const call of latest.current.found?.calls ?? []) if (isLeft(call)) call.retry?.();
      },
      waitMs + Math.random() * spreadMs,
    );
    return () => clearTimeout(timer);

    function isLeft({ error: failed, isReading, isRunning, retry }: CallState): boolean {
      if (retry === undefined || isRunning || retries.isKnown(failed)) return false;
      if (typeof failed !== "object" || failed === null || resent.has(failed)) return false;
      const { method } = diagnose(failed).failure;
      const isSafe = method === undefined ? isOwn && isReading !== false : method === "GET" || method === "HEAD";
      const reads = isReading === true || isSafe;
      if (reads) resent.add(failed);
      return reads;
    }
  }, [isHealed, error, isOwn, diagnose, retries, latest]);
}
