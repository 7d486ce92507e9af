import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeBrowser } from "../client/fakeBrowser.js";
import { fakeServer, type FakeServer } from "../client/fakeServer.js";
import { outcomesOf } from "../client/outcomesOf.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const wait = async (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** One tab of the app: a list that it shows, and a change. */
function tab(server: FakeServer) {
  const client = createTencentErrorClient({ reauth: { ...fakeReauth(), sharedAs: "app" }, accountId: () => "ann" });
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  const detach = attachTencentErrors(queryClient, client);
  const list = new QueryObserver(queryClient, { queryKey: ["list"], queryFn: () => server.call("list") });
  const unmount = list.subscribe(() => undefined);
  const close = (): void => [unmount, detach, client.dispose].forEach((end) => end());
  return { client, list, save: client.guard(server.call, { replay: "auto" }), close };
}

test("twenty tabs that hear of a sign-in close their prompts at once, and heal one after another", async () => {
  fakeBrowser(() => 2);
  const server = fakeServer();
  const tabs = Array.from({ length: 20 }, () => tab(server));
  await wait(50);
  server.revoke();
  for (const { list } of tabs) void list.refetch();
  const changes = outcomesOf(tabs.map(async ({ save }) => save("change")));
  await wait(300);
  server.signIn();
  tabs[0]?.client.reauth.renewed("ann");
  const before = server.calls.length;
  await wait(10);
  expect(new Set(tabs.map(({ client }) => client.reauth.getSnapshot().status))).toEqual(new Set(["succeeded"]));
  const arrived: number[] = [];
  for (let at = 0; at < 10; at += 1) {
    const seen = server.calls.length;
    await wait(100);
    arrived.push(server.calls.length - seen);
  }
  expect(Math.max(...arrived)).toBeLessThanOrEqual(20);
  expect(changes.resolved).toHaveLength(20);
  expect(tabs.map(({ list }) => list.getCurrentResult().data)).toEqual(tabs.map(() => "list:2"));
  expect(server.calls.length - before).toBe(40);
  for (const { close } of tabs) close();
});
