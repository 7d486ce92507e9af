import { QueryClient, queryOptions } from "@tanstack/react-query";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "tencent-error-kit/query";
import { client, fetchFriends, fetchProfile } from "@/lib/api";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) },
  },
});
attachTencentErrors(queryClient, client);

export const friendsQuery = queryOptions({ queryKey: ["friends"], queryFn: fetchFriends });
export const profileQuery = queryOptions({ queryKey: ["profile"], queryFn: fetchProfile });
