import type { TencentErrorClient } from "../client/TencentErrorClient.js";

/** What a server asks to wait longer than this is not waited for by itself. */
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
      const { retry, failure } = client.diagnose(error);
      const isAllowed =
        retry === "once" ? failureCount < 1 : retry === "backoff" && (failure.retryAfterMs ?? 0) <= maxWaitMs;
      return isAllowed && client.retries.mayRepeat(failureCount, error);
    } catch {
      return false;
    }
  };
}
