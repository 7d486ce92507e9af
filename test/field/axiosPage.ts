import axios1 from "axios";
import axios0 from "axios-0";
import { vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { patience } from "../patience.js";

/** Both lines of axios, as an app has one of them. */
export const libraries = [
  ["axios 0.27", isLibrary(axios0) ? axios0 : axios1],
  ["axios 1", axios1],
] as const;

function isLibrary(value: unknown): value is typeof axios1 {
  return value !== axios1 && typeof value === "function" && "create" in value;
}

/** What the server answers next: the HTTP status, and the body as text or bytes. */
export type Scripted = readonly [status: number, body: unknown];

/** One sending, as the server sees it. */
export interface Sent {
  readonly url: string | undefined;
  readonly data: unknown;
  readonly authorization: unknown;
  readonly nonce: unknown;
}

export const revoked: Scripted = [200, '{"ret":-73,"msg":"password changed"}'];
export const done: Scripted = [200, '{"ret":0,"id":7}'];

/** A page with a client and a server that answers by a script, then with success. */
export function axiosPage(lib: typeof axios1, script: readonly Scripted[] = [revoked]) {
  const reauth = fakeReauth();
  const client = createTencentErrorClient({ reauth });
  const left = [...script];
  const sent: Sent[] = [];
  const store = { token: "old" };

  const adapter: NonNullable<NonNullable<Parameters<typeof lib.create>[0]>["adapter"]> = async (config) => {
    const header = (name: string): unknown => (config.headers as Record<string, unknown>)[name];
    sent.push({ url: config.url, data: config.data, authorization: header("Authorization"), nonce: header("X-Nonce") });
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (config.signal?.aborted === true || config.cancelToken?.reason !== undefined) throw new lib.CanceledError();
    const [status, data] = left.shift() ?? done;
    const response = { data, status, statusText: "", headers: {}, config };
    if (config.validateStatus?.(status) === false)
      throw new lib.AxiosError("failed", "ERR_BAD_RESPONSE", config, {}, response);
    return response;
  };

  return {
    client,
    reauth,
    sent,
    /** What is left of the script; more can be added. */
    script: left,
    store,
    create: (defaults: Parameters<typeof lib.create>[0] = {}) =>
      lib.create({ baseURL: "https://app.example", adapter, ...defaults }),
    /** A person signs in and agrees that what is held is sent. */
    async signIn(): Promise<void> {
      await vi.waitUntil(() => client.reauth.getSnapshot().status === "required", patience);
      client.reauth.start();
      store.token = "new";
      reauth.end({ status: "succeeded" });
      await vi.advanceTimersByTimeAsync(0);
      client.reauth.resume();
      await vi.advanceTimersByTimeAsync(100);
    },
  };
}
