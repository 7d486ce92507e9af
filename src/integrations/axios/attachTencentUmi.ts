import type { GuardOptions } from "../../client/TrackedCall.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import type { AxiosLike } from "./AxiosLike.js";
import { attachTencentAxios } from "./attachTencentAxios.js";

/**
 * Lets the calls of Umi Max's `request` survive a reauthorization, before its `errorThrower` and `errorHandler` see them. Umi's
 * `useRequest` does not ask again by itself, so readings wait as changes do; only changes are asked about. Call it in `render` of
 * `app.tsx`, when Umi has read its configuration. Returns what detaches.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { attachTencentUmi, type AxiosLike } from "tencent-error-kit/umi";
 *
 * const client = createTencentErrorClient();
 * // in app.tsx: import { getRequestInstance } from "@umijs/max";
 * export const render = (getRequestInstance: () => AxiosLike) => (oldRender: () => void) => {
 *   attachTencentUmi(getRequestInstance, client);
 *   oldRender();
 * };
 * ```
 */
export function attachTencentUmi(
  getRequestInstance: () => AxiosLike,
  client: TencentErrorClient,
  options: GuardOptions = { replay: "confirm" },
): () => void {
  return attachTencentAxios(getRequestInstance(), client, options);
}
