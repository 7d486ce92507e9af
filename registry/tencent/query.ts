import type { QueryClient } from "@tanstack/react-query";
import { attachTencentErrors, tencentQueryDefaults } from "tencent-error-kit/query";
import { client } from "./client";

/** Fetches failed queries again after a sign-in: `withTencent(new QueryClient())`. Its own default options stay as they are. */
export function withTencent(queryClient: QueryClient): QueryClient {
  const { queries, ...others } = queryClient.getDefaultOptions();
  queryClient.setDefaultOptions({ ...others, queries: { ...tencentQueryDefaults(client), ...queries } });
  attachTencentErrors(queryClient, client);
  return queryClient;
}
