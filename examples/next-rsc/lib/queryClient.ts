import { isServer, QueryClient } from "@tanstack/react-query";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
import { client } from "./tencent";

function makeQueryClient() {
  const queries = { staleTime: 60_000, retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) };
  const queryClient = new QueryClient({ defaultOptions: { queries } });
  attachTencentErrors(queryClient, client);
  return queryClient;
}

let browserQueryClient: QueryClient | undefined;

/** One in the browser, a new one for each request on the server. */
export function getQueryClient() {
  return isServer ? makeQueryClient() : (browserQueryClient ??= makeQueryClient());
}
