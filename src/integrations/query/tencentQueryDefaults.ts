import { read } from "../../base/safely.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { tencentRetry, tencentRetryDelay } from "../tencentRetry.js";

/** The kit's part of TanStack Query's `defaultOptions.queries`. */
export interface TencentQueryDefaults {
  readonly retry: ReturnType<typeof tencentRetry>;
  readonly retryDelay: ReturnType<typeof tencentRetryDelay>;
  readonly throwOnError: ReturnType<typeof tencentThrowOnError>;
}

/**
 * `tencentRetry`, `tencentRetryDelay` and `tencentThrowOnError` of one client, to be spread in an app with an error boundary: React
 * takes the whole page away where a failure is thrown and no boundary stands above it.
 * @example
 * ```ts
 * import { QueryClient } from "@tanstack/react-query";
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { tencentQueryDefaults } from "tencent-error-kit/query";
 *
 * const client = createTencentErrorClient();
 * export const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
 * ```
 */
export function tencentQueryDefaults(client: TencentErrorClient): TencentQueryDefaults {
  return {
    retry: tencentRetry(client),
    retryDelay: tencentRetryDelay(client),
    throwOnError: tencentThrowOnError(client),
  };
}

/**
 * TanStack Query's `throwOnError`: a boundary gets what can't be healed in place. What a sign-in, another try or
 * time heals stays with the component, and so does a failure beside older data. Pure, total. Not for `useSuspenseQuery`,
 * which has nothing to show without data and throws always.
 * @example
 * ```ts
 * import { QueryClient } from "@tanstack/react-query";
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { tencentThrowOnError } from "tencent-error-kit/query";
 *
 * const client = createTencentErrorClient();
 * export const queryClient = new QueryClient({
 *   defaultOptions: { queries: { throwOnError: tencentThrowOnError(client) } },
 * });
 * ```
 */
export function tencentThrowOnError(client: TencentErrorClient): (error: unknown, query?: object) => boolean {
  return (error, query) => {
    if (read(read(query, "state"), "data") !== undefined) return false;
    try {
      const { retry, category } = client.diagnose(error);
      return category !== "cancelled" && (retry === "no" || retry === "fix");
    } catch {
      return false;
    }
  };
}
