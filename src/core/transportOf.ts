import { read, readString } from "./read.js";

/** Aborted by the app itself, as the platform, axios and TanStack Query name it. */
const cancelled = /^(?:AbortError|Cancell?edError|ERR_CANCELED)$/;
/** No answer at all: time-outs and lost connections by name or code. */
const lost = /^(?:TimeoutError|NetworkError|ERR_NETWORK|ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|UND_ERR_\w+)$/;
/** What browsers and Node write on the bare TypeError of a failed fetch. A TypeError with other text is a bug in the page. */
const fetchTexts = /fetch|network|load failed|connection|internet|terminated|网络|連線|连接/i;

/** Whether an error tells that no answer came, or that nobody wants it any more. */
export function transportOf(error: unknown): "network" | "cancelled" | undefined {
  const name = readString(error, "name") ?? "";
  const code = readString(error, "code") ?? "";
  const message = readString(error, "message") ?? "";
  if (cancelled.test(name) || cancelled.test(code) || message === "CancelledError") return "cancelled";
  if (lost.test(name) || lost.test(code)) return "network";
  if (name === "TypeError" && fetchTexts.test(message.slice(0, 300))) return "network";
  return read(error, "__CANCEL__") === true ? "cancelled" : undefined;
}
