/** What `fetch` takes first. */
export type FetchInput = Parameters<typeof fetch>[0];

/** What `fetch` takes second. */
export type FetchInit = Parameters<typeof fetch>[1];

/** How and where a call goes, whether it was given as an address or as a `Request`. */
export interface FetchCall {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal | null | undefined;
  /** Its body flows past once. */
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
