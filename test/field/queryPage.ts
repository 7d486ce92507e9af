import { QueryClient, QueryObserver, type QueryClientConfig, type QueryObserverOptions } from "@tanstack/react-query";
import { vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "../client/fakeServer.js";

type Options = Partial<QueryObserverOptions>;

/** A page as the README builds it: nothing is guarded, and the app's store is updated by the sign-in itself. */
export function queryPage(
  options: Parameters<typeof createTencentErrorClient>[0] = {},
  { defaultOptions, ...config }: QueryClientConfig = {},
) {
  const reauth = fakeReauth();
  const server = fakeServer();
  const store = { me: "ann" };
  const client = createTencentErrorClient({ reauth, accountId: () => store.me, ...options });
  const queryClient = new QueryClient({
    ...config,
    defaultOptions: {
      ...defaultOptions,
      queries: { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client), ...defaultOptions?.queries },
    },
  });
  const detach = attachTencentErrors(queryClient, client);
  /** Shows a query, and notes the data of each of its results. */
  const show = (name: string, more: Options = {}) => {
    const observer = new QueryObserver(queryClient, {
      queryKey: [name],
      queryFn: () => server.call(name),
      ...more,
    });
    const seen: unknown[] = [];
    const unmount = observer.subscribe(({ data }) => seen.push(data));
    return { observer, seen, unmount, now: () => observer.getCurrentResult() };
  };
  const signIn = async (accountId = "ann"): Promise<void> => {
    client.reauth.start();
    server.signIn();
    reauth.end({ status: "succeeded", accountId });
    await vi.advanceTimersByTimeAsync(0);
    // the person goes on with another account
    if (client.reauth.getSnapshot().reason === "accountMismatch") client.reauth.cancel();
  };
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const prompts = (): number => client.recentEvents().filter(({ type }) => type === "reauth.required").length;
  return { reauth, server, store, client, queryClient, detach, show, signIn, wait, prompts };
}
