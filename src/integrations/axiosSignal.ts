import { read } from "../core/read.js";
import type { AxiosConfigLike } from "./AxiosLike.js";

/** What ends a call early: its signal, or axios' older token as one. */
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
