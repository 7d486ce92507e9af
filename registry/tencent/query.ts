import type { QueryClient } from "@tanstack/react-query";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
import { client } from "./client";

/** Fetches failed queries again after a sign-in: `withTencent(new QueryClient())`. Its own default options stay as they are. */
export function withTencent(queryClient: QueryClient): QueryClient {
  const { queries, ...others } = queryClient.getDefaultOptions();
  const retries = { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) };
  queryClient.setDefaultOptions({ ...others, queries: { ...retries, ...queries } });
  attachTencentErrors(queryClient, client);
  return queryClient;
}
