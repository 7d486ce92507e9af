import type { Call } from "../client/createCalls.js";
import type { TencentMeta } from "../client/TencentMeta.js";

/** What the kit reads of a call's configuration, and what it adds. */
export interface AxiosConfigLike {
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
  readonly method?: string | undefined;
  readonly params?: unknown;
  readonly data?: unknown;
  readonly signal?: unknown;
  /** What the app says about this call; the kit keeps its own notes beside. */
  tencent?: (TencentMeta & AxiosNotes) | undefined;
}

/** What the kit notes about a call while it is under way. */
export interface AxiosNotes {
  readonly call?: Call;
  /** Who waits for this call, which was sent again: the one that failed goes on with its outcome. */
  readonly replayed?: { resolve(response: AxiosResponseLike): void; reject(error: unknown): void };
}

/** What the kit reads of an answer. */
export interface AxiosResponseLike {
  readonly data: unknown;
  readonly status: number;
  readonly headers: object;
  readonly config: AxiosConfigLike;
}

/** The part of an axios instance that the kit uses. */
export interface AxiosLike {
  request(config: AxiosConfigLike): Promise<unknown>;
  readonly interceptors: {
    readonly request: {
      use(fulfilled: <Config extends AxiosConfigLike>(config: Config) => Config): number;
      eject(id: number): void;
    };
    readonly response: {
      use(
        fulfilled: <Response extends AxiosResponseLike>(response: Response) => Promise<Response>,
        rejected: (error: unknown) => Promise<unknown>,
      ): number;
      eject(id: number): void;
    };
  };
}
