import { asText, attempt, read, type Seen } from "../base/safely.js";

/** What something calls itself and says, and whether it was thrown. */
export type ErrorShape = Readonly<{ name: string; message: unknown; isError: boolean }>;

const thrownTag = /Error|Exception/;
const thrown = /^[\w$.]*(?:Error|Exception)\w*$/;

/**
 * The name and the message of an error, of this realm or another, or of what a library uses for one; undefined without a name.
 * Data may have a name and a message too: an error is called so, by itself or by the platform.
 */
export function describeError(value: unknown): ErrorShape | undefined {
  const name = read(value, "name");
  const isNameless = typeof name !== "string";
  if (isNameless && attempt(() => value instanceof Error) !== true) return undefined;
  const message = read(value, "message");
  if (isNameless) return { name: "Error", message, isError: true };
  const isNamed = typeof message === "string" && thrown.test(name);
  return { name, message, isError: isNamed || isErrorObject(value) };
}

/** What was read of a value to describe it. */
export function seenOf(words: ErrorShape | undefined): Seen {
  return words === undefined ? [] : ["name", words.name, "message", words.message];
}

/** Whether the platform made it as an error: no JSON reads as one. */
export function isErrorObject(value: unknown): boolean {
  return thrownTag.test(attempt(() => Object.prototype.toString.call(value)) ?? "");
}

/** Whether this was thrown. */
export function isErrorLike(value: unknown): boolean {
  return typeof value === "object" && describeError(value)?.isError === true;
}

/** How a call ended without an answer. `aborted`: by the app's own signal, which a person or a clock may have pulled. */
type Transport = "network" | "timeout" | "cancelled" | "aborted";

/** Aborted by the app itself, as the platform and axios name it. */
const aborted = /^(?:AbortError|Cancel(?:ed|lation)?Error|ERR_CANCELED)$/;
/** Waited for too long, by name, code or words. */
const late =
  /^(?:\w*TimeoutError|ETIMEDOUT|UND_ERR_\w*TIMEOUT|(?:fetchError: )?(?:the )?(?:(?:request|connection|operation|query|signal|network) )?(?:has )?time(?:d[ -]?|-)?out\b.*)$/i;
/** No answer at all: lost connections by name or code. */
const lost =
  /^(?:NetworkError|ERR_NETWORK|E(?:CONN|HOST|NET)\w+|ENOTFOUND|EAI_AGAIN|EPIPE|UND_ERR_\w+|auth\/network-request-failed|unavailable|ChunkLoadError)$/;
/** What browsers and Node begin the bare TypeError of a failed fetch with. A TypeError with other text is a bug in the page. */
const fetchTexts =
  /^(?:Failed to fetch|fetch failed|Load failed|terminated|cancelled|could not connect|error (?:sending|in input|loading)|importing|networkerror when|origin http|(?:(?:the|an?) )?(?:network|internet|request|server|ssl|preflight) (?:error|request|response|connection|timed|with))|[网網]/i;

/** The same words where an error was copied and its name is lost, as alova and tRPC do. */
const copied =
  /^(?:TypeError: )?(?:(?:Failed to fetch|fetch failed|Load failed|NetworkError when [\w ]+\.?)(?: \([\w.:-]+\))?|Network Error|Network request failed|net::ERR_\w+|CORS blocked or network error|Request has been terminated\n[^]*)$/;

/** Whether an error tells that no answer came, or that it is not wanted any more. */
export function transportOf(
  { name, message }: Pick<ErrorShape, "name" | "message">,
  code?: unknown,
): Transport | undefined {
  const text = asText(message).slice(0, 300);
  const names = typeof code === "string" ? [name, code] : [name];
  // TanStack Query's own word for a call that it stopped
  if (text === "CancelledError" || name === "CancelledError") return "cancelled";
  if (names.some((word) => aborted.test(word))) return "aborted";
  if (names.some((word) => late.test(word)) || late.test(text)) return "timeout";
  return names.some((word) => lost.test(word)) || copied.test(text) || (name === "TypeError" && fetchTexts.test(text))
    ? "network"
    : undefined;
}

/** How an object that is no error tells that a call failed, where no answer says more. */
type LibraryFailure = Transport | "thrown";

/**
 * What RTK Query hands over instead of an error, and what the functions of mini-programs reject with. Undefined for all else.
 * @see https://redux-toolkit.js.org/rtk-query/usage-with-typescript#type-safe-error-handling
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
export function libraryFailure(value: object, status: unknown): LibraryFailure | undefined {
  if (typeof status === "string" && /^(?:FETCH|PARSING|TIMEOUT|CUSTOM)_ERROR$/.test(status)) {
    if (status === "TIMEOUT_ERROR") return "timeout";
    const [, name = "", message] = /^(\w+): (.*)/s.exec(asText(read(value, "error")).slice(0, 300)) ?? [];
    const transport = transportOf({ name, message });
    return transport ?? (status === "FETCH_ERROR" ? "network" : "thrown");
  }
  const errMsg = read(value, "errMsg");
  const words =
    typeof errMsg === "string" ? /^[\w.]{1,60}:(?:fail\b|(?=cancel))(.*)/s.exec(errMsg.slice(0, 300)) : null;
  if (words === null) return undefined;
  const [call, why = ""] = words;
  if (/\bcancel/i.test(why)) return "cancelled";
  if (/\babort/i.test(why)) return "aborted";
  if (/\btime(?:d )?-?\s?out/i.test(why)) return "timeout";
  return /^(?:request|upload|download|connect|send)/.test(call) ? "network" : "thrown";
}

/** How a request of the browser's ended that got no answer: it has status 0, and may say why. */
export function explainUnanswered(value: object): Transport {
  const text = asText(read(value, "statusText"));
  if (text === "abort") return "aborted";
  return transportOf({ name: "", message: text }) ?? "network";
}

/** A mini-program's words in an error. */
export function miniProgramFailure(error: object): Transport | undefined {
  const failure = libraryFailure(error, undefined);
  return failure === "thrown" ? undefined : failure;
}
