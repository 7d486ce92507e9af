import { attempt, read } from "../../base/safely.js";
import { replayRule, withDefaults } from "../../client/replayRule.js";
import { readMeta, type TencentMeta } from "../../client/TencentMeta.js";
import type { CallOptions, GuardOptions, TrackedCall } from "../../client/TrackedCall.js";

/** The options of one axios call, `config.tencent`, and what the kit sets there for the app's interceptors. */
export interface AxiosMeta extends TencentMeta {
  /** Set by the kit: this call was made before and is sent again. An interceptor that counts calls under way leaves it out. */
  readonly isReplay?: boolean | undefined;
}

/** What the kit reads of a call's configuration, and what it adds. */
export interface AxiosConfigLike {
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
  readonly method?: string | undefined;
  readonly headers?: object | undefined;
  readonly params?: unknown;
  readonly data?: unknown;
  readonly signal?: unknown;
  readonly cancelToken?: unknown;
  transformResponse?: unknown;
  tencent?: (AxiosMeta & AxiosNotes) | undefined;
}

/** Where the kit stores its own data. Functions, since axios deep-copies objects when it merges, and keeps functions. */
interface AxiosNotes {
  /** The client's call that this configuration belongs to; a retry by the app copies it. */
  readonly call?: ((client: unknown) => TrackedCall | undefined) | undefined;
  /** The client that replays it. Removed when it is sent, so that no copy has it. */
  readonly resend?: (() => object) | undefined;
}

/** The part of an axios instance that the kit uses. */
export interface AxiosLike {
  request(config: AxiosConfigLike): Promise<unknown>;
  readonly defaults: object;
  readonly interceptors: { readonly request: object; readonly response: object };
}

/** How one call is held: by its own options, else by the instance's, else by its method. */
export function axiosOptions(
  config: AxiosConfigLike,
  given: GuardOptions,
  signal: NonNullable<CallOptions["signal"]>,
): CallOptions {
  const { url = "", baseURL = "", params, data } = config;
  const method = (config.method ?? "get").toUpperCase();
  const isReading = method === "GET" || method === "HEAD";
  const isStream = [read(data, "pipe"), read(data, "getReader")].some((flow) => typeof flow === "function");
  const said = withDefaults(readMeta([{ meta: config }]), given);
  return {
    ...replayRule(isStream ? { replay: "never" } : said, isReading),
    key: isReading ? attempt(() => `${method} ${baseURL}${url} ${JSON.stringify(params ?? "")}`) : undefined,
    call: ["axios", method, `${baseURL}${url}`, params, data],
    label: said.label ?? (isReading ? undefined : `${method} ${url.split(/[?#]/)[0] ?? ""}`),
    signal,
    sent: () => [params, data],
  };
}
