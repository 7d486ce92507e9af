import axios, { type AxiosError } from "axios";
import axiosRetry from "axios-retry";
import { createAuthRefresh } from "axios-auth-refresh";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { axiosPage, done, libraries, revoked } from "./axiosPage.js";
import { patience } from "../patience.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ok = { ret: 0, id: 7 };

describe.each(libraries)("%s", (_name, lib) => {
  test("a token that is kept in the defaults is the new one after the sign-in", async () => {
    const { client, create, sent, signIn } = axiosPage(lib);
    const api = create();
    api.defaults.headers.common["Authorization"] = "Bearer old";
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    api.defaults.headers.common["Authorization"] = "Bearer new";
    await signIn();
    expect(answer.resolved).toMatchObject([{ data: ok }]);
    expect(sent.map(({ authorization }) => authorization)).toEqual(["Bearer old", "Bearer new"]);
  });

  test("what an interceptor signs in place is signed anew", async () => {
    const { client, create, sent, signIn } = axiosPage(lib);
    const api = create();
    let count = 0;
    attachTencentAxios(api, client);
    api.interceptors.request.use((config) => {
      const body = config.data as { signs?: number[]; at?: { count: number } };
      body.signs = [...(body.signs ?? []), (count += 1)];
      return config;
    });
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.resolved).toHaveLength(1);
    expect(sent.map(({ data }) => data)).toEqual(['{"a":1,"signs":[1]}', '{"a":1,"signs":[2]}']);
  });

  test("a form is sent again with each of its parts once", async () => {
    const { client, create, sent, signIn } = axiosPage(lib);
    const api = create({ transformRequest: [(data) => data as unknown] });
    attachTencentAxios(api, client);
    api.interceptors.request.use((config) => {
      (config.data as FormData).append("sign", "s");
      return config;
    });
    const form = new FormData();
    form.append("file", new Blob(["x"]), "note.txt");
    const answer = outcomesOf([api.post("/files", form)]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.resolved).toHaveLength(1);
    expect(sent.map(({ data }) => [...(data as FormData).keys()])).toEqual([
      ["file", "sign"],
      ["file", "sign"],
    ]);
    expect(((sent[1]?.data as FormData).get("file") as File).name).toBe("note.txt");
  });

  test("a stream is never sent twice", async () => {
    const { client, create, sent } = axiosPage(lib);
    const api = create({ transformRequest: [(data) => data as unknown] });
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/files", new ReadableStream())]);
    await vi.advanceTimersByTimeAsync(50);
    expect(client.diagnose(answer.rejected[0]).category).toBe("reauth");
    expect(sent).toHaveLength(1);
  });

  test("an instance that is called as a function, and one created from it, work alike", async () => {
    const { client, create, sent, signIn } = axiosPage(lib);
    const api = create();
    attachTencentAxios(api, client);
    const nested = create();
    const answer = outcomesOf([api({ url: "/notes", method: "post", data: { a: 1 } }), nested.post("/other")]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.rejected).toEqual([]);
    expect(sent.map(({ url }) => url)).toEqual(["/notes", "/other", "/notes"]);
  });

  test("a status that the app takes for valid is read like any other", async () => {
    const { client, create } = axiosPage(lib, [[401, '{"ret":-21}']]);
    const api = create({ validateStatus: () => true });
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.get("/me")]);
    await vi.advanceTimersByTimeAsync(20);
    expect(client.diagnose(answer.rejected[0]).failure).toMatchObject({ code: -21, httpStatus: 401 });
  });

  test("a failure in bytes behind an HTTP status is read for the app", async () => {
    const { client, create } = axiosPage(lib, [[401, new Blob(['{"ret":-21}'], { type: "application/json" })]]);
    const api = create();
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.get("/file", { responseType: "blob" })]);
    await vi.waitUntil(() => answer.rejected.length > 0, patience);
    expect(client.diagnose(answer.rejected[0]).failure).toMatchObject({ code: -21, httpStatus: 401 });
  });

  test("an adapter of a test that answers with little is enough", async () => {
    const { client, create } = axiosPage(lib);
    const api = create({ adapter: () => Promise.resolve({ data: '{"ret":0}', status: 200 } as never) });
    attachTencentAxios(api, client);
    await expect(api.get("/me")).resolves.toMatchObject({ data: { ret: 0 } });
  });

  describe("an abort while it is held", () => {
    test("by a signal is a cancellation of axios", async () => {
      const { client, create, sent } = axiosPage(lib);
      const api = create();
      attachTencentAxios(api, client);
      const controller = new AbortController();
      const answer = outcomesOf([api.post("/notes", {}, { signal: controller.signal })]);
      await vi.advanceTimersByTimeAsync(50);
      controller.abort();
      await vi.advanceTimersByTimeAsync(0);
      expect(lib.isCancel(answer.rejected[0])).toBe(true);
      expect(client.diagnose(answer.rejected[0]).category).toBe("cancelled");
      expect(sent).toHaveLength(1);
    });

    test("by a cancel token is that token's", async () => {
      const { client, create, sent } = axiosPage(lib);
      const api = create();
      attachTencentAxios(api, client);
      const source = lib.CancelToken.source();
      const answer = outcomesOf([api.post("/notes", {}, { cancelToken: source.token })]);
      await vi.advanceTimersByTimeAsync(50);
      source.cancel("left the page");
      await vi.advanceTimersByTimeAsync(0);
      expect(lib.isCancel(answer.rejected[0])).toBe(true);
      expect(answer.rejected[0]).toMatchObject({ message: "left the page" });
      expect(sent).toHaveLength(1);
    });
  });

  test("an interceptor that cancels the older of two equal calls cancels no replay", async () => {
    const { client, create, sent, signIn } = axiosPage(lib);
    const api = create();
    const pending = new Map<unknown, AbortController>();
    api.interceptors.request.use((config) => {
      pending.get(config.url)?.abort();
      const controller = new AbortController();
      pending.set(config.url, controller);
      config.signal = controller.signal;
      return config;
    });
    api.interceptors.response.use((response) => {
      pending.delete(response.config.url);
      return response;
    });
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.resolved).toMatchObject([{ data: ok }]);
    expect(sent).toHaveLength(2);
    expect(pending.size).toBe(0);
  });

  test("an interceptor that counts calls under way leaves a replay out", async () => {
    const { client, create, signIn } = axiosPage(lib);
    const api = create();
    let loading = 0;
    api.interceptors.request.use((config) => {
      const { tencent } = config as { tencent?: { isReplay?: boolean } };
      if (tencent?.isReplay !== true) loading += 1;
      return config;
    });
    api.interceptors.response.use((response) => {
      loading -= 1;
      return response;
    });
    attachTencentAxios(api, client);
    outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    expect(loading).toBe(1);
    await signIn();
    expect(loading).toBe(0);
  });

  test("an interceptor that toasts failures sees none that is healed", async () => {
    const { client, create, signIn } = axiosPage(lib, [[401, '{"ret":-21}']]);
    const api = create();
    const toast = vi.fn();
    api.interceptors.response.use(undefined, (error: Error) => {
      toast(error.message);
      throw error;
    });
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.resolved).toHaveLength(1);
    expect(toast).not.toHaveBeenCalled();
  });

  test("a retry after a replay that failed otherwise passes all interceptors", async () => {
    const { client, create, sent, signIn } = axiosPage(lib, [revoked, [503, "busy"]]);
    const api = create();
    api.interceptors.response.use(undefined, (error: AxiosError) => {
      if (error.response?.status !== 503) throw error;
      return api({ ...error.config });
    });
    api.interceptors.response.use((response: { data?: unknown }) => (response.data ?? response) as never);
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer).toEqual({ resolved: [ok], rejected: [] });
    expect(sent.map(({ data }) => data)).toEqual(Array(3).fill('{"a":1}'));
  });

  test("two clients of one instance each heal their own calls", async () => {
    const { client, create, sent, signIn } = axiosPage(lib);
    const other = createTencentErrorClient({ reauth: fakeReauth(), isTencent: () => false });
    const api = create();
    attachTencentAxios(api, other);
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(answer.resolved).toMatchObject([{ data: ok }]);
    expect(sent).toHaveLength(2);
  });

  test("an error of the kit has the call's configuration as a hidden property", async () => {
    const { client, create } = axiosPage(lib);
    const api = create();
    attachTencentAxios(api, client);
    const answer = outcomesOf([api.get("/me")]);
    await vi.advanceTimersByTimeAsync(20);
    const error = answer.rejected[0];
    expect(error).toHaveProperty("config.url", "/me");
    expect(Object.keys(error as object)).not.toContain("config");
  });

  test("the client is asked about the whole address", async () => {
    const asked = new Set<string>();
    const { create } = axiosPage(lib);
    const client = createTencentErrorClient({
      isTencent: ({ url = "", method = "" }) => {
        asked.add(`${method} ${url}`);
        return true;
      },
    });
    const api = create({ baseURL: "https://app.example/v1/" });
    attachTencentAxios(api, client);
    outcomesOf([api.get("/me")]);
    await vi.advanceTimersByTimeAsync(50);
    expect([...asked]).toContain("GET https://app.example/v1/me");
  });
});

test("a change is asked about in the words of its own call, before those of its instance", async () => {
  const { client, create, reauth } = axiosPage(axios, [revoked, revoked]);
  const api = create();
  attachTencentAxios(api, client, { label: "Save" });
  outcomesOf([
    api.post("/posts", {}, { tencent: { label: "Publish the post" } } as object),
    api.put("/me", {}, { tencent: { replay: "confirm" } } as object),
  ]);
  await vi.advanceTimersByTimeAsync(50);
  client.reauth.start();
  reauth.end({ status: "succeeded" });
  await vi.advanceTimersByTimeAsync(50);
  expect(client.reauth.getSnapshot().waiting).toEqual(["Publish the post", "Save"]);
  client.reauth.cancel();
  await vi.advanceTimersByTimeAsync(50);
});

describe("beside other libraries", () => {
  test.each(["before", "after"])("axios-retry, registered %s the kit, tries and is healed", async (when) => {
    const { client, create, sent, signIn } = axiosPage(axios, [[503, "busy"], revoked]);
    const api = create();
    if (when === "after") attachTencentAxios(api, client);
    axiosRetry(api, { retries: 2, retryCondition: (error) => error.response?.status === 503 });
    if (when === "before") attachTencentAxios(api, client);
    const answer = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(2000);
    await signIn();
    expect(answer.resolved).toMatchObject([{ data: ok }]);
    expect(sent.map(({ data }) => data)).toEqual(Array(3).fill('{"a":1}'));
  });

  test.each(["before", "after"])(
    "axios-auth-refresh, registered %s the kit, gets the 401 without a code",
    async (when) => {
      const { client, create, sent, store, signIn } = axiosPage(axios, [[401, ""], revoked, done]);
      const api = create();
      const refresh = vi.fn(async () => {
        store.token = "refreshed";
        await Promise.resolve();
      });
      if (when === "after") attachTencentAxios(api, client);
      createAuthRefresh(api, refresh);
      if (when === "before") attachTencentAxios(api, client);
      const answer = outcomesOf([api.post("/notes", { a: 1 })]);
      await vi.advanceTimersByTimeAsync(200);
      await signIn();
      expect(answer.resolved).toMatchObject([{ data: ok }]);
      expect(refresh).toHaveBeenCalledOnce();
      expect(sent).toHaveLength(3);
    },
  );
});
