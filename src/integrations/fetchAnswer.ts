import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { TencentError } from "../core/TencentError.js";
import { bodyOf } from "./bodyOf.js";
import { fetchCall, type FetchInit, type FetchInput } from "./fetchCall.js";
import { judgedBody } from "./judgedBody.js";

/** Who judges answers: a client, or core by itself. */
export type Judge = Pick<TencentErrorClient, "diagnose" | "unwrap">;

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

/** A `Request` with a body goes out once: its copy leaves it whole for a second time. */
function copyOf(input: FetchInput): FetchInput {
  return typeof input === "object" && "clone" in input ? input.clone() : input;
}
