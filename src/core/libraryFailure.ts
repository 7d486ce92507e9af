import { read } from "./read.js";
import { transportOf, type Transport } from "./transportOf.js";

/** How an object that is no error tells that a call failed, where no answer says more. */
export type LibraryFailure = Transport | "thrown";

/**
 * What RTK Query hands over instead of an error, and what the functions of mini-programs reject with. Undefined for all else.
 * @see https://redux-toolkit.js.org/rtk-query/usage-with-typescript#type-safe-error-handling
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
export function libraryFailure(value: object, status: unknown): LibraryFailure | undefined {
  if (typeof status === "string" && /^(?:FETCH|PARSING|TIMEOUT|CUSTOM)_ERROR$/.test(status)) {
    if (status === "TIMEOUT_ERROR") return "timeout";
    const [, name = "", message] = /^(\w+): (.*)/s.exec(String(read(value, "error")).slice(0, 300)) ?? [];
    const transport = transportOf({ name, message, isError: true }, undefined);
    return transport ?? (status === "FETCH_ERROR" ? "network" : "thrown");
  }
  const errMsg = read(value, "errMsg");
  const words = typeof errMsg === "string" ? /^[\w.]{1,60}:fail\b(.*)/s.exec(errMsg.slice(0, 300)) : null;
  if (words === null) return undefined;
  const [call, why = ""] = words;
  if (/\bcancel/i.test(why)) return "cancelled";
  if (/\babort/i.test(why)) return "aborted";
  if (/\btime(?:d )?-?\s?out/i.test(why)) return "timeout";
  return /^(?:request|upload|download|connect|send)/.test(call) ? "network" : "thrown";
}
