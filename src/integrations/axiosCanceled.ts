import { read } from "../core/read.js";
import type { AxiosConfigLike } from "./AxiosLike.js";

/** The reason of a rejection; for an abort by a signal, the error that axios has for it. */
export function axiosCanceled(reason: unknown, config: AxiosConfigLike): Error {
  const { signal } = config;
  if (read(signal, "aborted") !== true || reason !== read(signal, "reason")) return reason as Error;
  const error = Object.assign(new Error("canceled", { cause: reason }), { code: "ERR_CANCELED", __CANCEL__: true });
  error.name = "CanceledError";
  return Object.defineProperty(error, "config", { value: config });
}
