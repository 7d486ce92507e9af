import type { ErrorWords } from "./errorWords.js";

/** Aborted by the app itself, as the platform, axios and TanStack Query name it. */
const cancelled = /^(?:AbortError|Cancell?edError|ERR_CANCELED)$/;
/** No answer at all: time-outs and lost connections by name or code. */
const lost = /^(?:TimeoutError|NetworkError|ERR_NETWORK|ECONN\w+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|UND_ERR_\w+)$/;
/** What browsers and Node begin the bare TypeError of a failed fetch with. A TypeError with other text is a bug in the page. */
const fetchTexts =
  /^(?:Failed to fetch|fetch failed|Load failed|terminated|cancelled|could not connect|error sending|(?:(?:the|an?) )?(?:network|internet|request|server) ?(?:error|request|connection|timed|with))|[网網]/i;

/** Whether an error tells that no answer came, or that nobody wants it any more. */
export function transportOf({ name, message }: ErrorWords, code: unknown): "network" | "cancelled" | undefined {
  const names = typeof code === "string" ? [name, code] : [name];
  if (message === "CancelledError" || names.some((word) => cancelled.test(word))) return "cancelled";
  const isLost =
    names.some((word) => lost.test(word)) || (name === "TypeError" && fetchTexts.test(String(message).slice(0, 300)));
  return isLost ? "network" : undefined;
}
