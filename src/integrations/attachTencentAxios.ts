import type { GuardOptions } from "../client/createGuard.js";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { ownOptions } from "../core/ownOptions.js";
import { read } from "../core/read.js";
import { axiosFailure } from "./axiosFailure.js";
import type { AxiosConfigLike, AxiosLike, AxiosResponseLike } from "./AxiosLike.js";
import { axiosOptions } from "./axiosOptions.js";

/**
 * Lets the calls of an axios instance survive a reauthorization, and rejects what failed with HTTP 200: a change waits and is
 * sent again after one question, a reading fails at once for its data layer to ask again. `options` says otherwise for all
 * calls, `config.tencent` for one. Returns what ejects it.
 * @example
 * ```ts
 * import { createTencentErrorClient } from "tencent-error-kit/core";
 * import { attachTencentAxios, type AxiosLike } from "tencent-error-kit/axios";
 *
 * const client = createTencentErrorClient();
 * // where no data layer asks again, readings wait as well
 * export const attach = (api: AxiosLike): (() => void) => attachTencentAxios(api, client, { hold: true });
 * ```
 */
export function attachTencentAxios(
  axios: AxiosLike,
  client: TencentErrorClient,
  options: GuardOptions = {},
): () => void {
  const own = ownOptions(options);
  function onRequest<Config extends AxiosConfigLike>(config: Config): Config {
    if (config.tencent?.replayed === undefined)
      config.tencent = { ...config.tencent, call: client.begin(axiosOptions(config, own)) };
    return config;
  }

  async function onResponse<Response extends AxiosResponseLike>(answer: Response): Promise<Response> {
    const error = axiosFailure(answer, client);
    if (error !== undefined) return (await onError(error, answer.config)) as Response;
    const { replayed } = answer.config.tencent ?? {};
    if (replayed === undefined) return answer;
    replayed.resolve(answer);
    return new Promise(() => undefined);
  }

  /** The outcome of sending it once more goes to the call that failed: interceptors behind ours see one answer, once. */
  async function onError(
    error: unknown,
    config = read(error, "config") as AxiosConfigLike | undefined,
  ): Promise<unknown> {
    const { call, replayed } = config?.tencent ?? {};
    replayed?.reject(error);
    if (replayed !== undefined) return new Promise(() => undefined);
    if (config === undefined || call === undefined) throw error;
    await call.heal(error);
    const again = new Promise((resolve, reject) => {
      axios.request({ ...config, tencent: { ...config.tencent, replayed: { resolve, reject } } }).then(resolve, reject);
    });
    return again.catch((next: unknown) => onError(next, config));
  }

  const { request, response } = axios.interceptors;
  const ids = [request.use(onRequest), response.use(onResponse, (error) => onError(error))] as const;
  return () => {
    request.eject(ids[0]);
    response.eject(ids[1]);
  };
}
