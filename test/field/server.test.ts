import { QueryClient } from "@tanstack/react-query";
import v8 from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A module-level client that all visitors share, as a server has it. */
function server(onEvent?: () => void) {
  const accountId = vi.fn(() => "nobody");
  const client = createTencentErrorClient({ reauth: fakeReauth(), onEvent, accountId });
  const send: typeof fetch = async (_input, init) =>
    Response.json(
      new Headers(init?.headers).get("cookie") === "good" ? { ret: 0, mine: true } : { ret: -21, msg: "visitor one" },
    );
  const tencentFetch = createTencentFetch(client, send);
  const get = (cookie: string, method = "GET"): Promise<unknown> =>
    tencentFetch("https://api.test/me", { method, headers: { cookie } });
  return { client, get, accountId };
}

test("one visitor's failure is no answer to another one, and a change fails at once", { tags: ["T55"] }, async () => {
  const { client, get, accountId } = server();
  await expect(get("bad")).rejects.toMatchObject({ diagnosis: { failure: { code: -21 } } });
  await expect(get("good")).resolves.toMatchObject({ mine: true });
  await expect(get("bad", "POST")).rejects.toMatchObject({ diagnosis: { failure: { code: -21 } } });
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  expect(client.reauth.getSnapshot()).toBe(client.reauth.getServerSnapshot());
  expect(client.recentEvents()).toEqual([]);
  expect(accountId).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("two thousand requests of two visitors cross nowhere and leave nothing", async () => {
  const { client, get } = server();
  const results = await Promise.allSettled(
    Array.from({ length: 2000 }, (_, call) => get(call % 2 === 0 ? "bad" : "good", call % 3 === 0 ? "POST" : "GET")),
  );
  expect(results.filter(({ status }, call) => status !== (call % 2 === 0 ? "rejected" : "fulfilled"))).toEqual([]);
  client.board.post({}, { ret: -6 });
  expect(client.recentEvents()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a listener that throws ends no process: it is written to the console once", { tags: ["F47"] }, async () => {
  const written = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { get } = server(() => {
    throw new Error("the app's own");
  });
  for (let call = 0; call < 5; call += 1) await expect(get("bad")).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(10);
  expect(written).toHaveBeenCalledOnce();
  // a console that throws ends none either
  written.mockImplementation(() => {
    throw new Error("no console");
  });
  await expect(
    server(() => {
      throw new Error("the app's own");
    }).get("bad"),
  ).rejects.toMatchObject({ diagnosis: { failure: { code: -21 } } });
  written.mockRestore();
});

test("ten thousand requests leave no memory behind", async () => {
  v8.setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const { get } = server();
  const visit = async (count: number): Promise<void> => {
    for (let call = 0; call < count; call += 1)
      await get(call % 2 === 0 ? "bad" : "good", call % 3 === 0 ? "POST" : "GET").catch(() => undefined);
  };
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  // the first ones fill what the engine and the table of codes keep
  await visit(2000);
  const before = heap();
  await visit(10_000);
  // one kept error each would be more than 10 MB
  expect((heap() - before) / 2 ** 20).toBeLessThan(2);
});

test("a query client of one request is not held by the client of all of them", () => {
  const { client } = server();
  const queryClient = new QueryClient();
  const detach = attachTencentErrors(queryClient, client);
  expect(queryClient.getQueryCache().hasListeners()).toBe(false);
  expect(queryClient.getMutationCache().hasListeners()).toBe(false);
  detach();
});
