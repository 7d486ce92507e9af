import { attempt, readOwn } from "../base/safely.js";
import { hasPage } from "../client/store.js";
import { noteWait } from "../client/libraryWaits.js";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";

/** A longer wait than this ends the automatic retries. */
const maxWaitMs = 60_000;

/**
 * TanStack Query's `retry` by the code's own rule: three times at most, and a tenth of the client's calls, so that an outage is
 * not made worse. Total, synchronous: a throwing one leaves a query pending for ever.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
 * import { QueryClient } from "@tanstack/react-query";
 *
 * const client = createTencentErrorClient();
 * export const queryClient = new QueryClient({
 *   defaultOptions: { queries: { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) } },
 * });
 * ```
 */
export function tencentRetry(client: TencentErrorClient): (failureCount: number, error: unknown) => boolean {
  return (failureCount, error) => {
    try {
      const { retry, failure, category } = client.diagnose(error);
      // what a server's rendering threw is hidden in production: the page's own call tells
      const isHidden = category === "unknown" && hasPage() && readOwn(error, "digest") !== undefined;
      const isOnce = retry === "once" || isHidden;
      const isAllowed = isOnce ? failureCount < 1 : retry === "backoff" && (failure.retryAfterMs ?? 0) <= maxWaitMs;
      return isAllowed && client.retries.mayRepeat(failureCount, error);
    } catch {
      return false;
    }
  };
}

const baseMs = 1000;
const minMs = 100;
const maxMs = 60_000;

/**
 * TanStack Query's `retryDelay`: what the server asks for, at least a back-off with full jitter, so that a thousand queries
 * don't come back at once. An integer from 0 to 60000, whatever is thrown.
 */
export function tencentRetryDelay(client: TencentErrorClient): (failureCount: number, error: unknown) => number {
  return (failureCount, error) => {
    const step = Number.isFinite(failureCount) ? Math.min(Math.max(failureCount, 0), 6) : 0;
    const ceiling = Math.min(baseMs * 2 ** step, maxMs);
    const jitter = minMs + Math.random() * (ceiling - minMs);
    const ms = Math.round(Math.min(Math.max(askedFor(client, error), jitter), maxMs));
    noteWait(error, ms);
    return ms;
  };
}

/** Adds jitter after the time that the server named, never before it. */
function askedFor(client: TencentErrorClient, error: unknown): number {
  const ms = Number(attempt(() => client.diagnose(error).failure.retryAfterMs));
  return Number.isFinite(ms) ? ms + Math.random() * baseMs : 0;
}
