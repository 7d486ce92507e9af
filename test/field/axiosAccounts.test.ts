import axios from "axios";
import axiosRetry from "axios-retry";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { axiosPage, revoked } from "./axiosPage.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page of A's, where one sign-in follows at the prompt. */
function page(next: string) {
  const reauth = fakeReauth();
  const store = { me: "A" };
  const client = createTencentErrorClient({ reauth, accountId: () => store.me });
  const { create, sent } = axiosPage(axios, [[503, "busy"], revoked]);
  const api = create();
  const signIn = async (): Promise<void> => {
    client.reauth.start();
    store.me = next;
    reauth.end({ status: "succeeded", accountId: next });
    await vi.advanceTimersByTimeAsync(0);
    client.reauth.resume();
  };
  return { client, api, sent, signIn };
}

test.each([
  ["B", "is not sent", 0],
  ["A", "is sent", 1],
])("a change that axios-retry sends after %s has signed in %s", async (next, _what, resolved) => {
  const { client, api, sent, signIn } = page(next);
  axiosRetry(api, { retries: 2, retryDelay: () => 2000, retryCondition: (error) => error.response?.status === 503 });
  attachTencentAxios(api, client);
  const change = outcomesOf([api.post("/notes", { a: 1 })]);
  await vi.advanceTimersByTimeAsync(50);
  outcomesOf([api.get("/me")]);
  await vi.advanceTimersByTimeAsync(50);
  await signIn();
  await vi.advanceTimersByTimeAsync(3000);
  expect(change.resolved).toHaveLength(resolved);
  expect(change.rejected.map((error) => client.diagnose(error).category)).toEqual(resolved === 1 ? [] : ["cancelled"]);
  expect(sent.map(({ url }) => url)).toEqual(["/notes", "/me", ...(resolved === 1 ? ["/notes"] : [])]);
});

test("a change of A's that is held is not sent as B, and B's own is", async () => {
  const { client, api, sent, signIn } = page("B");
  attachTencentAxios(api, client);
  outcomesOf([api.get("/other")]);
  await vi.advanceTimersByTimeAsync(50);
  const change = outcomesOf([api.post("/notes", { a: 1 })]);
  await vi.advanceTimersByTimeAsync(50);
  await signIn();
  await vi.advanceTimersByTimeAsync(50);
  expect(change.rejected.map((error) => client.diagnose(error).category)).toEqual(["cancelled"]);
  const own = outcomesOf([api.post("/notes", { b: 1 })]);
  await vi.advanceTimersByTimeAsync(50);
  expect(own.resolved).toHaveLength(1);
  expect(sent.map(({ url, data }) => [url, data])).toEqual([
    ["/other", undefined],
    ["/notes", '{"a":1}'],
    ["/notes", '{"b":1}'],
  ]);
});

test.each(["before", "after"])(
  "an exchange by the same instance, attached %s its interceptors, waits for no sign-in",
  async (when) => {
    const { create, sent } = axiosPage(axios, [revoked, revoked]);
    const api = create();
    const exchange = async (signal: AbortSignal) => {
      await api.post("/session/qq", { code: "C0DE0123456789" }, { signal });
      return { status: "succeeded", accountId: "A" } as const;
    };
    const reauth = {
      kind: "test",
      start: () => ({
        outcome: exchange(new AbortController().signal).catch((error: unknown) => ({
          status: "failed" as const,
          reason: "exchangeFailed" as const,
          diagnosis: client.diagnose(error),
        })),
      }),
    };
    const client = createTencentErrorClient({ reauth, accountId: () => "A" });
    if (when === "before") attachTencentAxios(api, client);
    api.interceptors.request.use(async (config) => Promise.resolve(config));
    api.interceptors.response.use((response) => response.data as never);
    if (when === "after") attachTencentAxios(api, client);
    const change = outcomesOf([api.post("/notes", { a: 1 })]);
    await vi.advanceTimersByTimeAsync(50);
    client.reauth.start();
    await vi.advanceTimersByTimeAsync(50);
    expect(client.reauth.getSnapshot().status).toBe("failed");
    client.reauth.start();
    await vi.advanceTimersByTimeAsync(50);
    client.reauth.resume();
    await vi.advanceTimersByTimeAsync(50);
    expect(change.resolved).toEqual([{ ret: 0, id: 7 }]);
    expect(sent.map(({ url }) => url)).toEqual(["/notes", "/session/qq", "/session/qq", "/notes"]);
  },
);
