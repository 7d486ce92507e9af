import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { tencentRetry } from "./tencentRetry.js";
import { tencentRetryDelay } from "./tencentRetryDelay.js";
import { tencentThrowOnError } from "./tencentThrowOnError.js";

/** What TanStack Query's `defaultOptions.queries` takes of the kit. */
export interface TencentQueryDefaults {
  readonly retry: ReturnType<typeof tencentRetry>;
  readonly retryDelay: ReturnType<typeof tencentRetryDelay>;
  readonly throwOnError: ReturnType<typeof tencentThrowOnError>;
}

/**
 * `tencentRetry`, `tencentRetryDelay` and `tencentThrowOnError` of one client, to be spread.
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
