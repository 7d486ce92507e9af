import type { CallOptions } from "../client/createCalls.js";
import type { GuardOptions } from "../client/createGuard.js";
import { readMeta } from "../client/readMeta.js";
import { attempt } from "../core/attempt.js";
import { read } from "../core/read.js";
import type { AxiosConfigLike } from "./AxiosLike.js";

/** How one call waits: by its own word, else by the instance's, else by its method. */
export function axiosOptions(
  config: AxiosConfigLike,
  given: GuardOptions,
  signal: NonNullable<CallOptions["signal"]>,
): CallOptions {
  const { url = "", baseURL = "", params, data } = config;
  const method = (config.method ?? "get").toUpperCase();
  const isReading = method === "GET" || method === "HEAD";
  const isStream = [read(data, "pipe"), read(data, "getReader")].some((flow) => typeof flow === "function");
  const own = readMeta([{ meta: config }]);
  const { hold = given.hold ?? !isReading, replay = given.replay ?? (isReading ? "auto" : "confirm") } = own;
  return {
    hold,
    replay: isStream ? "never" : replay,
    key: isReading ? attempt(() => `${method} ${baseURL}${url} ${JSON.stringify(params ?? "")}`) : undefined,
    call: ["axios", method, `${baseURL}${url}`, params, data],
    label: given.label ?? (isReading ? undefined : `${method} ${url.split(/[?#]/)[0] ?? ""}`),
    signal,
    sent: () => [params, data],
  };
}
