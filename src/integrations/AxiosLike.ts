import type { Call } from "../client/createCalls.js";
import type { TencentMeta } from "../client/TencentMeta.js";

/** What an axios call may say about itself as `config.tencent`, and what the kit says there to the app's interceptors. */
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

/** What the kit keeps beside it. Functions, since axios copies what it merges and functions stay the same. */
export interface AxiosNotes {
  /** A client's call that this configuration was made for, which a retry of the app's copies. */
  readonly call?: ((client: unknown) => Call | undefined) | undefined;
  /** Who sends it again. Taken out when it is sent, so that no copy has it. */
  readonly resend?: (() => object) | undefined;
}

/** The part of an axios instance that the kit uses. */
export interface AxiosLike {
  request(config: AxiosConfigLike): Promise<unknown>;
  readonly defaults: object;
  readonly interceptors: { readonly request: object; readonly response: object };
}
