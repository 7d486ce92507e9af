import { createOnlineCheck } from "../../base/onlineCheck.js";
import { createAccountChoice } from "../../client/accountChoice.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { onReauthenticated } from "../../client/onReauthenticated.js";
import { whenSeen } from "../../client/whenSeen.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import { tencentRetry, tencentRetryDelay } from "../tencentRetry.js";
import { createThrottle } from "../throttle.js";
import { guardSwrFetcher, type SwrFetcher } from "./guardSwrFetcher.js";
import { createSwrCaches, type SwrCache, trackSwrChanges } from "./swrCaches.js";

/** Which failures a sign-in heals. */
type IsIts = (diagnosis: Diagnosis) => boolean;

/** A key that failed because it needs a sign-in. */
interface Failed {
  readonly cache: SwrCache;
  readonly key: string;
}

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
  const caches = createSwrCaches();
  const changes = trackSwrChanges();
  const choice = createAccountChoice();
  const isOnline = createOnlineCheck();
  const healing = createThrottle<Failed>(async ({ cache, key }): Promise<undefined> => {
    const error = cache.errorOf(key);
    if (!isAuth(error)) return;
    const { isSent, done } = cache.refetch(key);
    if (!isSent) {
      // no hook shows it: with suspense a boundary does, and revalidates once it is reset
      cache.clearError(key);
      resetBoundaries(error);
    }
    await done;
    client.reauth.settled(client.diagnose(error), isSent && cache.errorOf(key) === undefined);
  });

  function isAuth(error: unknown, isIts?: IsIts): boolean {
    const diagnosis = error === undefined ? undefined : client.diagnose(error);
    return diagnosis?.retry === "auth" && isIts?.(diagnosis) !== false;
  }

  function middleware<Next extends SwrHook>(useNext: Next): Next {
    const useGuarded = (key: unknown, fetcher: SwrFetcher | null, config: object): unknown => {
      caches.see(config);
      const hook: unknown = useNext;
      const guarded = fetcher && guardSwrFetcher(fetcher, client, { track: changes.track, choice });
      const answer: unknown =
        typeof hook === "function" ? Reflect.apply(hook, undefined, [key, guarded, config]) : null;
      changes.see(answer);
      return answer;
    };
    const hook: SwrHook = useGuarded;
    return hook as Next;
  }

  /** Resets the boundaries whose notices show these errors. */
  function resetBoundaries(error: unknown): void {
    if (typeof error !== "object" || error === null) return;
    client.board.post(error, error);
    client.board.clear(error);
  }

  function heal(isIts: IsIts, waitMs?: number): void {
    for (const cache of caches.all())
      for (const key of cache.keys()) if (isAuth(cache.errorOf(key), isIts)) healing.add({ cache, key }, waitMs);
  }

  function drop(): void {
    for (const cache of caches.all()) {
      const errors = cache.keys().map(cache.errorOf);
      cache.drop();
      errors.forEach(resetBoundaries);
    }
    changes.reset();
  }

  /** The first failed key that the page shows. */
  function probe(isIts?: IsIts): Promise<unknown> | undefined {
    for (const cache of caches.all())
      for (const key of cache.keys()) {
        const error = cache.errorOf(key);
        if (!isAuth(error, isIts)) continue;
        const { isSent, done } = cache.refetch(key);
        if (isSent) return attend({ cache, key }, done, client.diagnose(error));
      }
    return undefined;
  }

  async function attend({ cache, key }: Failed, done: unknown, diagnosis: Diagnosis): Promise<void> {
    await done;
    const isWell = cache.errorOf(key) === undefined;
    client.reauth.settled(diagnosis, isWell);
    if (isWell) client.reauth.renewed(undefined, diagnosis);
  }

  onReauthenticated(client.reauth, {
    ...{ heal, probe, choice },
    drop() {
      // once more after running mutations have rolled back
      changes.retire(drop);
      drop();
    },
  });
  return {
    use: [middleware],
    onErrorRetry(error, _key, _config, revalidate, options) {
      const failures = options.retryCount - 1;
      const again = (): unknown => revalidate(options);
      if (mayRetry(failures, error)) setTimeout(() => whenSeen(isOnline, again), delayOf(failures, error));
    },
  };
}

/** A hook of SWR, whatever it takes. */
export type SwrHook = (...args: never[]) => unknown;

/** The kit's part of SWR's configuration. */
export interface SwrLike {
  readonly use: (<Next extends SwrHook>(useNext: Next) => Next)[];
  onErrorRetry(
    error: unknown,
    key: string,
    config: object,
    revalidate: (options: { readonly retryCount: number; readonly dedupe: boolean }) => unknown,
    options: { readonly retryCount: number; readonly dedupe: boolean },
  ): void;
}
