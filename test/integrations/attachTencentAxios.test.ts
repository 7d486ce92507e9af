import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient, TencentError } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { axiosServer } from "./axiosServer.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An instance with a client. */
function page({ status = 200 } = {}) {
  const reauth = fakeReauth();
  const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
  const { create, sent, ...server } = axiosServer(status);
  const signIn = async (): Promise<void> => {
    client.reauth.start();
    server.signIn();
    reauth.end({ status: "succeeded", accountId: "ann" });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { client, reauth, instance: create(), create, sent, signIn, revoke: server.revoke };
}

test("fails a read at once where a data layer fetches again", async () => {
  const { client, instance, sent } = page();
  attachTencentAxios(instance, client);
  const outcomes = outcomesOf([instance.get("/a")]);
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.rejected[0]).toBeInstanceOf(TencentError);
  expect(client.diagnose(outcomes.rejected[0]).failure).toMatchObject({ code: -21, path: "/a" });
  outcomesOf([instance.get("/a"), instance.get("/a", { params: { page: 2 } })]);
  await vi.advanceTimersByTimeAsync(20);
  expect(sent.map(({ params }) => params as unknown)).toEqual([undefined, { page: 2 }]);
});

test("asks before it sends a change again, with its body and a new token", async () => {
  const { client, instance, sent, signIn } = page();
  attachTencentAxios(instance, client);
  const outcomes = outcomesOf([instance.post("/a", { name: "ann" })]);
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  expect(client.reauth.getSnapshot().toConfirm).toBe(1);
  expect(sent).toHaveLength(1);
  client.reauth.resume();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.resolved).toMatchObject([{ data: { ret: 0 } }]);
  expect(sent.map(({ data }) => data as unknown)).toEqual(['{"name":"ann"}', '{"name":"ann"}']);
});

test("honours a call's own options", async () => {
  const { client, instance, signIn } = page();
  attachTencentAxios(instance, client);
  const tencent = { idempotent: true };
  const outcomes = outcomesOf([instance.request({ url: "/a", method: "put", ...{ tencent } })]);
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.resolved).toHaveLength(1);
});

test("shows interceptors behind it one answer, once", async () => {
  const { client, instance, signIn } = page();
  attachTencentAxios(instance, client, { replay: "confirm" });
  const seen = vi.fn();
  instance.interceptors.response.use((response) => {
    seen(response.data);
    return response.data;
  });
  const outcomes = outcomesOf([instance.get("/a")]);
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.resolved).toEqual([{ ret: 0, url: "/a" }]);
  expect(seen).toHaveBeenCalledOnce();
});

test.each(["/token", "/exchange"])(
  "does not wait for itself when the exchange posts %s with the same instance",
  async (url) => {
    const reauth = { kind: "test", start: () => ({ outcome: exchange() }) };
    const { instance, signIn: _signIn, sent } = page();
    const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
    attachTencentAxios(instance, client);
    const exchange = async () => {
      try {
        await instance.post(url);
        return { status: "succeeded" } as const;
      } catch (error) {
        return { status: "failed", reason: "exchangeFailed", diagnosis: client.diagnose(error) } as const;
      }
    };
    const held = outcomesOf([instance.post("/change")]);
    await vi.advanceTimersByTimeAsync(20);
    client.reauth.start();
    await vi.advanceTimersByTimeAsync(20);
    expect(client.reauth.getSnapshot().status).toBe(url === "/token" ? "succeeded" : "failed");
    expect(held).toEqual({ resolved: [], rejected: [] });
    expect(sent.map((config) => config.url)).toEqual(["/change", url]);
  },
);

describe("instances", () => {
  test("share one prompt, and an ejected one is as before", async () => {
    const { client, create, signIn, revoke } = page();
    const [first, second] = [create(), create()];
    const eject = attachTencentAxios(first, client, { replay: "confirm" });
    attachTencentAxios(second, client, { replay: "confirm" });
    const outcomes = outcomesOf([first.get("/a"), second.get("/a")]);
    await vi.advanceTimersByTimeAsync(20);
    expect(client.recentEvents().filter(({ type }) => type === "reauth.required")).toHaveLength(1);
    eject();
    eject();
    await signIn();
    await vi.advanceTimersByTimeAsync(20);
    expect(outcomes.resolved).toHaveLength(2);
    revoke();
    const bare = outcomesOf([first.get("/a")]);
    await vi.advanceTimersByTimeAsync(20);
    expect(bare.resolved).toMatchObject([{ data: { ret: -21 } }]);
    expect(client.reauth.getSnapshot().status).toBe("succeeded");
  });
});

test("a dismissal rejects all with one cancellation, and an abort leaves nothing behind", async () => {
  const { client, instance } = page();
  attachTencentAxios(instance, client, { replay: "confirm" });
  const controller = new AbortController();
  const aborted = outcomesOf([instance.get("/c", { signal: controller.signal })]);
  const outcomes = outcomesOf([instance.get("/a"), instance.post("/b")]);
  await vi.advanceTimersByTimeAsync(100);
  controller.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(aborted.rejected).toHaveLength(1);
  expect(client.diagnose(aborted.rejected[0]).category).toBe("cancelled");
  client.reauth.cancel();
  await vi.advanceTimersByTimeAsync(0);
  expect(outcomes.rejected).toHaveLength(2);
  expect(outcomes.rejected[0]).toBe(outcomes.rejected[1]);
  expect(vi.getTimerCount()).toBe(0);
});

test("leaves alone what has nothing to do with signing in", async () => {
  const { client, create } = page();
  const instance = create();
  attachTencentAxios(instance, client);
  const failure = new Error("the app's own");
  instance.interceptors.request.use(() => {
    throw failure;
  });
  await expect(instance.get("/a")).rejects.toBe(failure);
  expect(client.reauth.getSnapshot().status).toBe("idle");
});
