import type { TencentErrorClient } from "../../client/TencentErrorClient.js";
import { TencentError } from "../../diagnose/TencentError.js";
import { bodyOf, judgedBody } from "../responseBody.js";

/** What diagnoses answers: a client, or the two functions of `./core`. */
type Judge = Pick<TencentErrorClient, "diagnose" | "unwrap">;

/** One call by `fetch`: its body is read once and is what comes back. @throws TencentError for every failure but an abort. */
export async function fetchAnswer(
  input: FetchInput,
  init: FetchInit,
  judge: Judge,
  send: typeof fetch,
): Promise<unknown> {
  const { method, url, signal } = fetchCall(input, init);
  const [response, text] = await reach(() => send(copyOf(input), init)).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new TencentError(judge.diagnose(error), { cause: error });
  });
  const { status, headers, ok } = response;
  const isBlank = text.trim() === "";
  if (isBlank && ok && method === "HEAD") return null;
  const body = bodyOf(text);
  const call = { status, headers, method, url: response.url || url, isText: true };
  judge.unwrap(judgedBody(text, body), call);
  return isBlank ? null : body;
}

async function reach(send: () => Promise<Response>): Promise<readonly [Response, string]> {
  const response = await send();
  return [response, await response.text()];
}

/** A `Request` with a body can be sent once: a copy is sent, so that it can be sent again. */
function copyOf(input: FetchInput): FetchInput {
  return typeof input === "object" && "clone" in input ? input.clone() : input;
}

/** What `fetch` takes first. */
export type FetchInput = Parameters<typeof fetch>[0];

/** What `fetch` takes second. */
export type FetchInit = Parameters<typeof fetch>[1];

/** Method and address of a call, given as an address or as a `Request`. */
interface FetchCall {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal | null | undefined;
  /** Its body is a stream, which can be read once. */
  readonly isStream: boolean;
}

/** Reads the call off the arguments of `fetch`. */
export function fetchCall(input: FetchInput, init: FetchInit): FetchCall {
  const request = typeof input === "object" && "clone" in input ? input : undefined;
  return {
    method: (init?.method ?? request?.method ?? "GET").toUpperCase(),
    url: typeof input === "string" ? input : "href" in input ? input.href : input.url,
    signal: init?.signal ?? request?.signal,
    isStream: typeof ReadableStream === "function" && init?.body instanceof ReadableStream,
  };
}
