import axios, {
  type AxiosError,
  type AxiosInstance,
  type AxiosRequestConfig,
  type InternalAxiosRequestConfig,
} from "axios";
import axios0 from "axios-0";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { axiosPage, done, libraries, revoked, type Scripted } from "./axiosPage.js";
import { patience } from "../patience.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Retried = InternalAxiosRequestConfig & { readonly once?: boolean; readonly renewed?: boolean };

const ok = { ret: 0, id: 7 };
const wrap = (data: unknown): string => JSON.stringify({ v: 1, body: data });
const wrapOnce = (data: unknown): unknown => (typeof data === "string" ? data : wrap(data));

function unwrap(api: AxiosInstance): void {
  api.interceptors.response.use((response) => response.data as never);
}

/** A common retry interceptor: HTTP 503 is tried once more. */
function retry(api: AxiosInstance, status = 503): void {
  api.interceptors.response.use(undefined, (error: AxiosError) => {
    const config = error.config as Retried;
    if (error.response?.status !== status || config.once === true) throw error;
    return api({ ...config, once: true } as AxiosRequestConfig);
  });
}

function refresh(api: AxiosInstance): void {
  api.interceptors.response.use(undefined, async (error: AxiosError) => {
    const config = error.config as Retried;
    if (error.response?.status !== 401 || config.renewed === true) throw error;
    await Promise.resolve();
    return api({ ...config, renewed: true } as AxiosRequestConfig);
  });
}

test("instances of both lines of axios fit without a cast", () => {
  const { client } = axiosPage(axios);
  attachTencentAxios(axios.create(), client, { replay: "confirm" })();
  attachTencentAxios(axios0.create(), client)();
});

describe.each(libraries)("%s", (_name, lib) => {
  test("field F11: an instance that unwraps before it is attached resolves with the body", async () => {
    const { client, create } = axiosPage(lib, [done]);
    const api = create();
    unwrap(api);
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.get("/me")]);
    await vi.advanceTimersByTimeAsync(20);
    expect(answer).toEqual({ resolved: [ok], rejected: [] });
  });

  test("field F12: a change that an own retry sends is settled after the sign-in", async () => {
    const { client, create, sent, signIn } = axiosPage(lib, [[503, "busy"], revoked]);
    const api = create();
    retry(api);
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.rejected).toEqual([]);
    expect(answer.resolved).toMatchObject([{ data: ok }]);
    expect(sent).toHaveLength(3);
  });

  test("field F13: an instance that is attached twice settles once", async () => {
    const { client, create, sent, script, signIn } = axiosPage(lib);
    const api = create();
    const first = attachTencentAxios(api, client);
    const second = attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.resolved).toMatchObject([{ data: ok }]);
    expect(sent).toHaveLength(2);

    // the last detach removes it, and detaching twice counts once
    const read = async (): Promise<unknown> => {
      const outcomes = outcomesOf([api.get("/me")]);
      await vi.advanceTimersByTimeAsync(50);
      return outcomes.rejected.length > 0 ? "rejected" : "resolved";
    };
    script.push(revoked, revoked);
    first();
    first();
    expect(await read()).toBe("rejected");
    second();
    expect(await read()).toBe("resolved");
  });

  test("field F14: a body is transformed once, however often it is sent", async () => {
    const { client, create, sent, signIn } = axiosPage(lib);
    const api = create({ transformRequest: [wrap] });
    const seen: unknown[] = [];
    api.interceptors.request.use((config) => {
      seen.push(config.data);
      return config;
    });
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.resolved).toHaveLength(1);
    expect(sent.map(({ data }) => data)).toEqual([wrap({ a: 1 }), wrap({ a: 1 })]);
    expect(seen).toEqual([{ a: 1 }, { a: 1 }]);
  });

  const text = '{"ret":-73,"msg":"m"}';
  test.each<readonly [string, AxiosRequestConfig, unknown]>([
    ["a blob", { responseType: "blob" }, new Blob([text], { type: "application/json" })],
    ["a blob of no type", { responseType: "blob" }, new Blob([`callback(${text})`])],
    ["an array buffer", { responseType: "arraybuffer" }, new TextEncoder().encode(text).buffer],
    ["Node's buffer", { responseType: "arraybuffer" }, Buffer.from(text)],
    ["text", { responseType: "text", transformResponse: [] }, text],
    ["JSON that is not read", { responseType: "json", transformResponse: [] }, text],
    [
      "an unwrapped envelope",
      { transformResponse: [(data: string) => (JSON.parse(data) as { data: unknown }).data] },
      text,
    ],
  ])("field F23: a failure that was asked for as %s is rejected", async (_what, config, body) => {
    const { client, create } = axiosPage(lib, [[200, body]]);
    const api = create();
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.get("/file", config)]);
    await vi.waitUntil(() => answer.resolved.length + answer.rejected.length > 0, patience);
    expect(answer.resolved).toEqual([]);
    expect(client.diagnose(answer.rejected[0])).toMatchObject({ category: "reauth", failure: { code: -73 } });
  });

  test.each<readonly [string, AxiosRequestConfig, unknown]>([
    ["a picture", { responseType: "blob" }, new Blob([new Uint8Array([137, 80, 78, 71])], { type: "image/png" })],
    ["a CSV", { responseType: "blob" }, new Blob(["id,name\n1,(100016)"], { type: "text/csv" })],
    ["a large file", { responseType: "blob" }, new Blob([text, " ".repeat(262_144)], { type: "application/json" })],
    ["bytes", { responseType: "arraybuffer" }, new Uint8Array([1, 2, 3]).buffer],
  ])("field F23: %s comes through untouched", async (_what, config, body) => {
    const { client, create } = axiosPage(lib, [[200, body]]);
    const api = create();
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.get("/file", config)]);
    await vi.waitUntil(() => answer.resolved.length + answer.rejected.length > 0, patience);
    expect(answer.rejected).toEqual([]);
    expect((answer.resolved[0] as { data: unknown }).data).toBe(body);
  });
});

const parts = ["unwrap", "retry", "refresh", "sign", "transform", "kit"] as const;

/** Sixteen orders in which an app may register, the kit at each place among them. */
const orders = Array.from({ length: 16 }, (_, index) => {
  const rest: string[] = parts.filter((part) => part !== "kit");
  const turned = [...rest.slice(index % 5), ...rest.slice(0, index % 5)];
  if (index % 2 === 1) turned.reverse();
  turned.splice(index % 6, 0, "kit");
  return turned;
});

interface Played {
  readonly outcomes: ReturnType<typeof outcomesOf>;
  readonly sent: ReturnType<typeof axiosPage>["sent"];
  readonly seen: unknown[];
}

/** Registers in one order and posts a change; without the kit, the same app on its own. */
async function play(
  lib: (typeof libraries)[number][1],
  order: readonly string[],
  script: readonly Scripted[],
  times: number,
  body = wrapOnce,
): Promise<Played> {
  const { client, create, sent, store, signIn } = axiosPage(lib, script);
  const api = create();
  const seen: unknown[] = [];
  let nonce = 0;
  const register: Readonly<Record<string, () => void>> = {
    unwrap: () => unwrap(api),
    retry: () => retry(api),
    refresh: () => refresh(api),
    sign: () =>
      api.interceptors.request.use((config) => {
        nonce += 1;
        Object.assign(config.headers, { Authorization: store.token, "X-Nonce": String(nonce) });
        return config;
      }),
    transform: () => {
      api.defaults.transformRequest = [body];
      api.interceptors.response.use((response: unknown) => {
        seen.push(response);
        return response as never;
      });
    },
    kit: () => {
      for (let time = 0; time < times; time += 1) attachTencentAxios(api, client);
    },
  };
  for (const part of order) register[part]?.();
  const outcomes = outcomesOf([api.post("/notes", { a: 1 })]);
  await vi.advanceTimersByTimeAsync(100);
  if (times > 0) await signIn();
  return { outcomes, sent, seen };
}

describe.each(libraries)("sixteen orders of interceptors around the kit, %s", (_name, lib) => {
  describe.each([1, 2])("attached %i times", (times) => {
    test.each(orders.map((order) => [order.join(", "), order] as const))("%s", async (_order, order) => {
      // what an app that retries and refreshes gets is what it gets without the kit while its session is good
      const outages: readonly Scripted[] = [
        [503, "busy"],
        [401, "expired"],
      ];
      const alone = await play(lib, order, outages, 0);
      const held = await play(lib, order, [...outages, revoked], times);
      expect(held.outcomes.rejected).toEqual(alone.outcomes.rejected);
      expect(bodies(held.outcomes.resolved)).toEqual(bodies(alone.outcomes.resolved));
      expect(bodies(held.seen)).toEqual(bodies(alone.seen));
      expect(held.sent.map(({ data }) => data)).toEqual(Array(4).fill(wrap({ a: 1 })));
      expect(held.sent.map(({ authorization }) => authorization)).toEqual(["old", "old", "old", "new"]);
      expect(held.sent.map(({ nonce }) => nonce)).toEqual(["1", "2", "3", "4"]);

      // a transformation that is not idempotent
      const plain = await play(lib, order, [revoked], times, wrap);
      expect(plain.outcomes).toMatchObject({ resolved: [expect.anything()], rejected: [] });
      expect(plain.sent.map(({ data }) => data)).toEqual([wrap({ a: 1 }), wrap({ a: 1 })]);
      expect(plain.seen).toHaveLength(1);
    });
  });
});

/** What was answered, whether an interceptor unwrapped it or not. */
function bodies(values: readonly unknown[]): unknown[] {
  return values.map((value) =>
    typeof value === "object" && value !== null && "config" in value
      ? ["answer", (value as { data?: unknown }).data]
      : value,
  );
}
