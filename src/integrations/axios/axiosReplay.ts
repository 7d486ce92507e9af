import { read } from "../../base/safely.js";
import type { AxiosConfigLike } from "./AxiosLike.js";

/** How deep a body is copied: deeper values are shared with the first request. */
const maxDepth = 16;

/**
 * Sends a call again from a copy taken before any interceptor or transformation: they apply once more, as they did
 * to the first. What came from the instance's defaults is left out, so that a new token there is used.
 */
export function axiosReplay(config: AxiosConfigLike, defaults: object, front: object): AxiosConfigLike {
  const { headers, data, params, tencent } = config;
  const given = Object.entries(config).filter(([key, value]) => value !== read(defaults, key));
  return {
    ...Object.fromEntries(given),
    headers: ownHeaders(headers, read(defaults, "headers"), config.method),
    data: copyOf(data, 0),
    params: copyOf(params, 0),
    tencent: { ...tencent, resend: () => front },
  };
}

/** axios 0.27 keeps its defaults in groups among the headers until the call is sent. */
function ownHeaders(headers: object | undefined, defaults: unknown, method = "get"): object {
  const groups = [read(defaults, "common"), read(defaults, method.toLowerCase()), defaults];
  return Object.fromEntries(
    Object.entries(headers ?? {}).filter(
      ([name, value]: [string, unknown]) => !isPlain(value) && !groups.some((group) => read(group, name) === value),
    ),
  );
}

/** A copy of what interceptors change in place: plain data and forms. Files, streams and instances are shared. */
function copyOf(value: unknown, depth: number): unknown {
  if (depth > maxDepth) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item, depth + 1));
  if (typeof URLSearchParams === "function" && value instanceof URLSearchParams) return new URLSearchParams(value);
  if (typeof FormData === "function" && value instanceof FormData) {
    const copy = new FormData();
    for (const [name, part] of value.entries()) copy.append(name, part);
    return copy;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, depth + 1)]));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The call's abort signal, also from axios' older cancel token. */
export function axiosSignal({ signal, cancelToken }: AxiosConfigLike): AbortSignal | undefined {
  if (typeof read(signal, "aborted") === "boolean") return signal as AbortSignal;
  const told = read(cancelToken, "promise");
  if (typeof read(told, "then") !== "function") return undefined;
  const controller = new AbortController();
  const reason = read(cancelToken, "reason");
  if (reason !== undefined) controller.abort(reason);
  else void Promise.resolve(told).then((late) => controller.abort(late));
  return controller.signal;
}

/** The reason of a rejection; for an abort by a signal, axios' own error. */
export function axiosCanceled(reason: unknown, config: AxiosConfigLike): Error {
  const { signal } = config;
  if (read(signal, "aborted") !== true || reason !== read(signal, "reason")) return reason as Error;
  const error = Object.assign(new Error("canceled", { cause: reason }), { code: "ERR_CANCELED", __CANCEL__: true });
  error.name = "CanceledError";
  return Object.defineProperty(error, "config", { value: config });
}
