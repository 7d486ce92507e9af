import axios, { AxiosError, type AxiosInstance, type InternalAxiosRequestConfig } from "axios";

/** A server behind axios that knows one token at a time. It answers by the clock, which tests fake. */
export interface AxiosServer {
  /** Every call that left, in order. */
  readonly sent: readonly InternalAxiosRequestConfig[];
  /** A new instance. Its calls carry the token of the moment and take `params.latencyMs`. */
  create(): AxiosInstance;
  /** From now on calls carry a token that is good. */
  signIn(): void;
  /** The token of the moment is good no longer. */
  revoke(): void;
}

/** Refuses with -21 and HTTP `status`, until the sign-in. `/token` needs no token. */
export function axiosServer(status = 200): AxiosServer {
  const sent: InternalAxiosRequestConfig[] = [];
  let valid = "new";
  let token = "old";

  async function adapter(config: InternalAxiosRequestConfig) {
    sent.push(config);
    await new Promise((resolve) => setTimeout(resolve, Number(config.params?.latencyMs ?? 10)));
    (config.signal as AbortSignal | undefined)?.throwIfAborted();
    const isValid = config.headers.get("authorization") === valid || config.url === "/token";
    const data = JSON.stringify(isValid ? { ret: 0, url: config.url } : { ret: -21, msg: "revoked" });
    const response = { data, status: isValid ? 200 : status, statusText: "", headers: {}, config };
    if (response.status >= 400) throw new AxiosError("failed", "ERR_BAD_REQUEST", config, {}, response);
    return response;
  }

  return {
    sent,
    create() {
      const instance = axios.create({ baseURL: "https://app.example", adapter });
      instance.interceptors.request.use((config) => {
        config.headers.set("authorization", token);
        return config;
      });
      return instance;
    },
    signIn: () => void (token = valid),
    revoke: () => void (valid += "er"),
  };
}
