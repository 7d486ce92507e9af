import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { watchReauth } from "../client/watchReauth.js";
import { whenSeen } from "../client/whenSeen.js";
import { read } from "../core/read.js";
import { createSpread } from "./createSpread.js";
import { guardSwrFetcher } from "./guardSwrFetcher.js";
import type { SwrFetcher, SwrHook, SwrLike } from "./SwrLike.js";
import { tencentRetry } from "./tencentRetry.js";
import { tencentRetryDelay } from "./tencentRetryDelay.js";

/**
 * What `SWRConfig` takes: retries by each code's own rule, one prompt for however many keys failed, and after a sign-in each
 * of them is asked for once more. A `useSWRMutation` waits for the sign-in instead. Call it once, where the client is made.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { tencentSwr } from "tencent-error-kit/swr";
 *
 * // <SWRConfig value={swrConfig}>
 * export const swrConfig = tencentSwr(createTencentErrorClient());
 * ```
 */
export function tencentSwr(client: TencentErrorClient): SwrLike {
  const mayRetry = tencentRetry(client);
  const delayOf = tencentRetryDelay(client);
  const failed = new Map<string, () => unknown>();
  const healing = createSpread<string>(async (key): Promise<undefined> => {
    const revalidate = failed.get(key);
    failed.delete(key);
    await revalidate?.();
  });
  let mutateAll: unknown;

  function middleware<Next extends SwrHook>(useNext: Next): Next {
    const useGuarded = (key: unknown, fetcher: SwrFetcher | null, config: object): unknown => {
      mutateAll = read(config, "mutate");
      const guarded = fetcher && guardSwrFetcher(fetcher, client, failed, () => call(read(answer, "mutate")));
      const answer = call(useNext, key, guarded, config);
      return answer;
    };
    const hook: SwrHook = useGuarded;
    return hook as Next;
  }

  watchReauth(client.reauth, {
    heal: () => [...failed.keys()].forEach(healing.add),
    drop: () => void call(mutateAll, () => true, undefined, { revalidate: true }),
  });
  return {
    use: [middleware],
    onErrorRetry(error, _key, _config, revalidate, options) {
      const failures = options.retryCount - 1;
      const again = (): unknown => revalidate(options);
      if (mayRetry(failures, error)) setTimeout(() => whenSeen(again), delayOf(failures, error));
    },
  };
}

function call(target: unknown, ...args: readonly unknown[]): unknown {
  return typeof target === "function" ? Reflect.apply(target, undefined, args) : undefined;
}
