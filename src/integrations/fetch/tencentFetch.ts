import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { createGuard } from "../../client/createGuard.js";
import type { GuardOptions } from "../../client/TrackedCall.js";
import { replayRule } from "../../client/replayRule.js";
import { diagnose } from "../../diagnose/diagnose.js";
import { unwrap } from "../../diagnose/unwrap.js";
import { fetchAnswer, fetchCall, type FetchInit, type FetchInput } from "./request.js";

/** As `tencentFetch`, under a client's guard. The options of one call take precedence over its method. */
export type GuardedFetch = <T = unknown>(input: FetchInput, init?: FetchInit, options?: GuardOptions) => Promise<T>;

/**
 * A `tencentFetch` whose calls survive a reauthorization: a change (anything but GET and HEAD) waits for it and is sent again
 * after one question; a read fails at once, for its data layer to fetch again, and is not sent while the prompt asks to
 * sign in. A body that is a stream can't be sent twice.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { createTencentFetch } from "tencent-error-kit/fetch";
 *
 * const tencentFetch = createTencentFetch(createTencentErrorClient());
 * // the server ignores a key that it has seen: this may be sent twice without a question
 * export const addFriend = (name: string, key: string) =>
 *   tencentFetch(
 *     "/api/friends",
 *     { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ name, key }) },
 *     { replay: "auto" },
 *   );
 * ```
 */
export function createTencentFetch(client: TencentErrorClient, send?: typeof fetch): GuardedFetch {
  // looked up at each call, since tests and tracing replace the global
  const sent: typeof fetch = (input, init) => (send ?? fetch)(input, init);
  return async <T>(input: FetchInput, init?: FetchInit, options?: GuardOptions) => {
    const { method, url, isStream } = fetchCall(input, init);
    const isReading = method === "GET" || method === "HEAD";
    const rule = replayRule(isStream ? { replay: "never" } : (options ?? {}), isReading);
    const key = isReading ? `${method} ${url}` : undefined;
    const label = isReading ? undefined : `${method} ${url.split(/[?#]/)[0] ?? ""}`;
    const guarded = createGuard((call) =>
      client.begin({ ...call, ...rule, key: call.key ?? key, label: call.label ?? label }),
    )(fetchAnswer, options);
    return (await guarded(input, init, client, sent)) as T;
  };
}

/**
 * `fetch` for a query: reads the answer once and gives its JSON, JSONP read as such.
 * @throws TencentError for every failure but an abort, whatever the HTTP status says.
 * @example
 * ```ts
 * import { tencentFetch } from "tencent-error-kit/fetch";
 *
 * export const friendsQuery = {
 *   queryKey: ["friends"],
 *   queryFn: ({ signal }: { readonly signal: AbortSignal }) => tencentFetch<readonly string[]>("/api/friends", { signal }),
 * };
 * ```
 */
export async function tencentFetch<T = unknown>(input: FetchInput, init?: FetchInit): Promise<T> {
  return (await fetchAnswer(input, init, { diagnose, unwrap }, fetch)) as T;
}
