import { ownOptions, read } from "../../base/safely.js";
import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { cancellation } from "../../client/cancellation.js";
import type { GuardOptions } from "../../client/TrackedCall.js";
import { warnOfHold } from "../../client/replayRule.js";
import { type AxiosConfigLike, type AxiosLike, axiosOptions } from "./AxiosLike.js";
import { axiosFailure, axiosRaw, binaryOf } from "./axiosFailure.js";
import { type AxiosFront, axiosFronts } from "./axiosFronts.js";
import { axiosCanceled, axiosReplay, axiosSignal } from "./axiosReplay.js";

/** How often each instance is attached to each client: modules that hot-reload attach again. */
const attached = new WeakMap<AxiosFront, number>();

/**
 * Lets the calls of an axios instance survive a reauthorization, and rejects what failed with HTTP 200 with a
 * `TencentError`; a failing status rejects with axios' own error, as ever, and `client.diagnose` reads both. A change waits and is
 * sent again after one question, a read fails at once for its data layer to fetch again. It comes before every interceptor
 * of the instance, registered earlier or later: those see one answer, once. A call that is sent again passes the
 * interceptors of requests again, with the body that the app gave. `options` says otherwise for all calls,
 * `config.tencent` for one. Attaching twice is attaching once. Returns what detaches.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { attachTencentAxios, type AxiosLike } from "tencent-error-kit/axios";
 *
 * const client = createTencentErrorClient();
 * // where no data layer fetches again, reads are held as well
 * export const attach = (api: AxiosLike): (() => void) => attachTencentAxios(api, client, { replay: "confirm" });
 * ```
 */
export function attachTencentAxios(
  axios: AxiosLike,
  client: TencentErrorClient,
  options: GuardOptions = {},
): () => void {
  const fronts = axiosFronts(axios);
  if (fronts === undefined) {
    client.emit({ type: "internal.error", detail: "attachTencentAxios: not an axios instance" });
    return () => undefined;
  }
  warnOfHold(options);
  const front = fronts.get(client) ?? createFront(axios, client, ownOptions(options));
  fronts.set(client, front);
  attached.set(front, (attached.get(front) ?? 0) + 1);
  let isAttached = true;
  return () => {
    if (!isAttached) return;
    isAttached = false;
    const left = (attached.get(front) ?? 1) - 1;
    attached.set(front, left);
    if (left === 0) fronts.delete(client);
  };
}

function createFront(axios: AxiosLike, client: TencentErrorClient, options: GuardOptions): AxiosFront {
  const front: AxiosFront = {
    begin(config) {
      let current = config;
      const again = axiosReplay(config, axios.defaults, front);
      const { params, data } = again;
      // copies, since interceptors change the originals in place
      const own = axiosOptions({ ...config, params, data }, options, () => axiosSignal(current));
      const isChange = own.key === undefined;
      const earlier = ownOptions(config.tencent ?? {}).call;
      const call = client.begin({ ...own, repeats: isChange ? earlier?.(client) : undefined });
      if (isChange && call.isForeign()) throw cancellation();
      config.tencent = { ...config.tencent, call: (asked) => (asked === client ? call : earlier?.(asked)) };
      let raw: readonly [unknown] | undefined;
      axiosRaw(config, (received) => void (raw = [received]));
      const sending = { ...again, transformResponse: config.transformResponse };

      async function answered(answer: unknown): Promise<unknown> {
        current = configOf(answer) ?? current;
        const body = raw === undefined ? read(answer, "data") : raw[0];
        raw = undefined;
        const error = await axiosFailure(answer, body, current, client);
        if (error !== undefined) return failed(error);
        call.succeed(answer);
        return answer;
      }

      async function failed(error: unknown): Promise<unknown> {
        await call.heal(error).catch((reason: unknown) => {
          throw axiosCanceled(reason, current);
        });
        return axios.request(sending).then(answered, rejected);
      }

      async function rejected(error: unknown): Promise<unknown> {
        current = configOf(error) ?? current;
        const response = read(error, "response");
        const body = read(response, "data");
        // the app sees the answer in its own error, unless that holds bytes
        const inBytes = binaryOf(body) === undefined ? undefined : await axiosFailure(response, body, current, client);
        return failed(inBytes ?? error);
      }

      return { ready: () => call.ready(), fulfilled: answered, rejected };
    },
  };
  return front;
}

function configOf(answered: unknown): AxiosConfigLike | undefined {
  const config = read(answered, "config");
  return typeof config === "object" && config !== null ? config : undefined;
}

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
