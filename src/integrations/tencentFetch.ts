import { diagnose } from "../core/diagnose.js";
import { unwrap } from "../core/unwrap.js";
import { fetchAnswer } from "./fetchAnswer.js";
import type { FetchInit, FetchInput } from "./fetchCall.js";

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
