import type { ErrorWords } from "./errorWords.js";

/** How a call ended without an answer. `aborted`: by the app's own signal, which a person or a clock may have pulled. */
export type Transport = "network" | "timeout" | "cancelled" | "aborted";

/** Aborted by the app itself, as the platform and axios name it. */
const aborted = /^(?:AbortError|CanceledError|ERR_CANCELED)$/;
/** Waited for too long, by name, code or words. */
const late =
  /^(?:TimeoutError|ETIMEDOUT|UND_ERR_\w*TIMEOUT|(?:fetchError: )?(?:the )?(?:(?:request|connection|operation|query|signal|network) )?(?:has )?time(?:d[ -]?|-)?out\b.*)$/i;
/** No answer at all: lost connections by name or code. */
const lost = /^(?:NetworkError|ERR_NETWORK|ECONN\w+|ENOTFOUND|EAI_AGAIN|EPIPE|UND_ERR_\w+)$/;
/** What browsers and Node begin the bare TypeError of a failed fetch with. A TypeError with other text is a bug in the page. */
const fetchTexts =
  /^(?:Failed to fetch|fetch failed|Load failed|terminated|cancelled|could not connect|error sending|(?:(?:the|an?) )?(?:network|internet|request|server) ?(?:error|request|connection|timed|with))|[网網]/i;

/** The same words where an error was copied and its name is lost, as alova and tRPC do. */
const copied =
  /^(?:TypeError: )?(?:Failed to fetch|fetch failed|Load failed|NetworkError when attempting to fetch resource\.?|Network Error|Network request failed)$/;

/** Whether an error tells that no answer came, or that it is not wanted any more. */
export function transportOf({ name, message }: ErrorWords, code: unknown): Transport | undefined {
  const text = String(message).slice(0, 300);
  const names = typeof code === "string" ? [name, code] : [name];
  // TanStack Query's own word for a call that it stopped
  if (text === "CancelledError" || name === "CancelledError") return "cancelled";
  if (names.some((word) => aborted.test(word))) return "aborted";
  if (names.some((word) => late.test(word)) || late.test(text)) return "timeout";
  return names.some((word) => lost.test(word)) || copied.test(text) || (name === "TypeError" && fetchTexts.test(text))
    ? "network"
    : undefined;
}
