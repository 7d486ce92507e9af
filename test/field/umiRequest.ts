import axios, {
  type AxiosInstance,
  type AxiosRequestConfig,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from "axios";

/** What `app.tsx` of Umi Max exports as `request`. */
export interface UmiConfig extends AxiosRequestConfig {
  readonly errorConfig?: {
    errorHandler?(error: unknown, options: unknown): void;
    errorThrower?(body: unknown): void;
  };
  readonly requestInterceptors?: readonly ((config: InternalAxiosRequestConfig) => InternalAxiosRequestConfig)[];
  readonly responseInterceptors?: readonly ((response: AxiosResponse) => AxiosResponse)[];
}

interface UmiOptions extends AxiosRequestConfig {
  readonly getResponse?: boolean;
  readonly skipErrorHandler?: boolean;
}

/**
 * `request` and `getRequestInstance` as Umi Max writes them into an app: the same order of interceptors and the same promise.
 * @see `requestTpl` in `dist/request.js` of `@umijs/plugins` 4.7.27
 */
export function umiRequest(config: UmiConfig) {
  let requestInstance: AxiosInstance | undefined;

  const getRequestInstance = (): AxiosInstance => {
    if (requestInstance !== undefined) return requestInstance;
    const instance = axios.create(config);
    requestInstance = instance;
    config.requestInterceptors?.forEach((interceptor) => {
      instance.interceptors.request.use(async (given) => Promise.resolve(interceptor(given)));
    });
    config.responseInterceptors?.forEach((interceptor) => instance.interceptors.response.use(interceptor));
    instance.interceptors.response.use((response: AxiosResponse<{ success?: unknown } | undefined>) => {
      if (response.data?.success === false) config.errorConfig?.errorThrower?.(response.data);
      return response;
    });
    return instance;
  };

  const request = async (url: string, options: UmiOptions = { method: "GET" }): Promise<unknown> =>
    new Promise((resolve, reject: (error: Error) => void) => {
      getRequestInstance()
        .request({ ...options, url })
        .then((response: AxiosResponse) => resolve(options.getResponse === true ? response : response.data))
        .catch((error: unknown) => {
          try {
            config.errorConfig?.errorHandler?.(error, options);
          } catch (thrown) {
            reject(thrown as Error);
          }
          reject(error as Error);
        });
    });

  return { request, getRequestInstance };
}
