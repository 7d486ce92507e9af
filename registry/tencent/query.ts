import type { QueryClient } from "@tanstack/react-query";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
import { client } from "./client";

/**
 * Fetches failed queries again after a sign-in: `withTencent(new QueryClient())`. Its own default options stay as they are; its own
 * `retry` is asked for errors that are none of the platform's.
 */
export function withTencent(queryClient: QueryClient): QueryClient {
  const { queries, ...others } = queryClient.getDefaultOptions();
  const own = queries?.retry ?? (typeof window === "undefined" ? 0 : 3);
  const ask = tencentRetry(client);
  const retry = (count: number, error: Error): boolean => {
    if (client.diagnose(error).category !== "unknown") return ask(count, error);
    return typeof own === "function" ? own(count, error) : own === true || count < Number(own);
  };
  queryClient.setDefaultOptions({ ...others, queries: { retryDelay: tencentRetryDelay(client), ...queries, retry } });
  attachTencentErrors(queryClient, client);
  return queryClient;
}
