import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, type Renewed, TencentError } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { ready } from "../../src/testing.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { fakeBrowser } from "./fakeBrowser.js";
import { fakeServer } from "./fakeServer.js";
import { outcomesOf } from "./outcomesOf.js";

beforeEach(async () => {
  await ready();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const later = async (ms = 2000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

function page(options: Partial<Parameters<typeof createTencentErrorClient>[0]> = {}) {
  const flow = fakeReauth();
  const server = fakeServer();
  const types: string[] = [];
  const renew = vi.fn(async (): Promise<Renewed | void> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.signIn();
  });
  const client = createTencentErrorClient({
    ...{ reauth: flow, renew, accountId: () => "ann", onEvent: ({ type }) => void types.push(type) },
    ...options,
  });
  const prompts = (): number => types.filter((type) => type === "reauth.required").length;
  return { client, server, renew, prompts, flow };
}

describe("before a person is asked", () => {
  test("the session is renewed once for all that failed, early and late, and nothing is seen", async () => {
    const { client, server, renew, prompts } = page();
    const statuses = new Set<string>();
    client.reauth.subscribe(() => statuses.add(client.reauth.getSnapshot().status));
    server.revoke();
    const read = client.guard(async (_context: unknown) => server.call("read"));
    const change = client.guard(server.call, { replay: "auto" });
    const outcomes = outcomesOf([read({ queryKey: ["a"] }), change("b"), change("c", 20), change("late", 500)]);
    await later();
    expect(outcomes.rejected).toEqual([]);
    expect(outcomes.resolved.sort()).toEqual(["b:2", "c:2", "late:2", "read:2"]);
    expect([renew.mock.calls.length, prompts(), [...statuses]]).toEqual([1, 0, ["succeeded"]]);
  });

  test("1,000 failures are one renewal, all healed, and no more than 15 % start within 100 ms", async () => {
    const { client, server, renew, prompts } = page();
    server.revoke();
    const read = client.guard(async ({ queryKey }: { readonly queryKey: readonly string[] }) =>
      server.call(queryKey.join()),
    );
    const outcomes = outcomesOf(Array.from({ length: 1000 }, async (_, at) => read({ queryKey: [`${at}`] })));
    await later(60);
    const before = server.calls.length;
    let most = 0;
    for (let step = 0; step < 20; step += 1) {
      const seen = server.calls.length;
      await later(100);
      most = Math.max(most, server.calls.length - seen);
    }
    expect([before, outcomes.resolved.length, renew.mock.calls.length, prompts()]).toEqual([1000, 1000, 1, 0]);
    expect(most).toBeLessThanOrEqual(150);
  });

  test("what a page requires itself is healed too", async () => {
    const { client, server, renew, prompts } = page();
    server.revoke();
    client.reauth.require(client.diagnose({ ret: -21, msg: "" }));
    await later();
    expect([renew.mock.calls.length, prompts(), client.reauth.getSnapshot().epoch]).toEqual([1, 0, 1]);
  });

  test("a change that needs a yes is asked about, by the same rules", async () => {
    const { client, server, prompts } = page();
    server.revoke();
    const outcomes = outcomesOf([client.guard(server.call)("note")]);
    await later();
    expect([outcomes.resolved, client.reauth.getSnapshot().toConfirm, prompts()]).toEqual([[], 1, 0]);
    client.reauth.resume();
    await later();
    expect(outcomes.resolved).toEqual(["note:2"]);
  });

  test("without a flow the renewal alone heals", async () => {
    const { client, server } = page({ reauth: undefined });
    server.revoke();
    const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
    await later();
    expect(outcomes.resolved).toEqual(["a:2"]);
  });
});

describe("the prompt asks, once, after a renewal that", () => {
  test.each<[what: string, renew: () => Promise<void>, waitMs: number]>([
    ["rejects", async () => Promise.reject(new Error("the refresh token is used up")), 100],
    [
      "throws",
      () => {
        throw new Error("a bug");
      },
      100,
    ],
    ["hangs for 10 s", async () => new Promise(() => undefined), 10_050],
    ["heals nothing", async () => undefined, 2000],
  ])("%s", async (_what, fails, waitMs) => {
    const renew = vi.fn(fails);
    const { client, server, prompts, flow } = page({ renew });
    server.revoke();
    const call = client.guard(server.call, { replay: "auto" });
    const outcomes = outcomesOf([call("a"), call("b")]);
    await later(waitMs);
    expect([client.reauth.getSnapshot().status, prompts(), renew.mock.calls.length]).toEqual(["required", 1, 1]);
    server.signIn();
    client.reauth.start();
    flow.end({ status: "succeeded", accountId: "ann" });
    await later();
    expect(outcomes.resolved.sort()).toEqual(["a:2", "b:2"]);
  });

  test.each([-20, -73])("no renewal is tried for %i", async (ret) => {
    const { client, renew, prompts } = page();
    const call = client.guard(async () => Promise.reject(new TencentError(diagnose({ ret, msg: "" }))));
    void call().catch(() => undefined);
    await later(100);
    expect([renew.mock.calls.length, prompts()]).toEqual([0, 1]);
  });
});

// prettier-ignore
test.each<[what: string, answer: unknown]>([
  ["false", false],
  ["a failed fetch", new Response("", { status: 401 })],
  ["a fetch that was not read", Response.json({ ret: -21, msg: "" })],
  ["an axios response that validateStatus let through", { status: 401, data: {} }],
  ["an envelope that says no", { success: false }],
  ["a failure of the table", { ret: -21, msg: "" }],
  ["a word of the app's server", { error: "invalid_grant" }],
])("a renewal that resolves with %s has renewed nothing: nothing is sent in vain", async (_what, answer) => {
  const { client, server, prompts } = page({ renew: async () => answer as Renewed });
  server.revoke();
  outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
  await later();
  expect([server.calls, prompts(), client.reauth.getSnapshot().epoch]).toEqual([["a"], 1, 0]);
});

test.each([
  ["nothing", undefined],
  ["the account", { accountId: "ann" }],
])(
  "without an accountId of the client, a renewal that tells %s is the same person's: nothing is asked",
  async (_what, answer) => {
    const server = fakeServer();
    const renew = async (): Promise<Renewed | void> => {
      server.signIn();
      return answer;
    };
    const { client, prompts } = page({ accountId: undefined, renew });
    server.revoke();
    const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
    await later();
    expect([outcomes.resolved, prompts(), client.reauth.getSnapshot().toConfirm]).toEqual([["a:2"], 0, 0]);
  },
);

test("a renewal whose response was not read is the account's that it names", async () => {
  const { client, server } = page({ renew: async () => Response.json({ data: { accountId: "bob" } }) as Renewed });
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
  await later();
  expect([server.calls, outcomes.rejected.length]).toEqual([["a"], 1]);
});

test("a call that is aborted while the session is renewed is rejected at once and never sent", async () => {
  const { client, server } = page();
  server.revoke();
  const controller = new AbortController();
  const save = client.guard((name: string, _options: { readonly signal: AbortSignal }) => server.call(name));
  const outcomes = outcomesOf([save("a", { signal: controller.signal })]);
  await later(20);
  controller.abort();
  await later(0);
  expect(outcomes.rejected).toEqual([controller.signal.reason]);
  await later();
  expect(server.calls).toEqual(["a"]);
});

test("a log-out while the session is renewed rejects what waits for it", async () => {
  const { client, server, renew } = page();
  server.revoke();
  const call = client.guard(server.call, { replay: "auto" });
  const outcomes = outcomesOf([call("a"), call("b")]);
  await later(20);
  expect(renew).toHaveBeenCalledTimes(1);
  client.reauth.rejectHeld();
  await later();
  expect(outcomes.rejected.map((error) => client.diagnose(error).category)).toEqual(["cancelled", "cancelled"]);
  expect(server.calls).toEqual(["a", "b"]);
});

test("a client that ends while the session is renewed gives each call its own error, at once", async () => {
  const { client, server } = page();
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
  await later(20);
  client.dispose();
  await later(0);
  expect(outcomes.rejected.map((error) => client.diagnose(error).failure.code)).toEqual([-21]);
});

test("a renewal uses up no starts, and is tried again when its rest is over", async () => {
  const { client, server, renew, prompts } = page();
  for (let round = 0; round < 6; round += 1) {
    server.revoke();
    const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
    await later(61_000);
    expect(outcomes.resolved).toHaveLength(1);
  }
  expect([renew.mock.calls.length, prompts()]).toEqual([6, 0]);
});

test("what the renewal itself asks can't wait for it", async () => {
  const server = fakeServer();
  const { client, prompts } = page({
    renew: async (_diagnosis, { signal }) => {
      await refresh("/session/refresh", { method: "POST", signal }, { replay: "auto" });
    },
  });
  const refresh = createTencentFetch(client, async () => Response.json({ ret: -21, msg: "" }));
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
  await later(500);
  expect([outcomes.rejected, prompts()]).toEqual([[], 1]);
});

test.each<[where: string, answer: object]>([
  ["by itself", { accountId: "bob" }],
  ["in an axios response", { status: 200, data: { accountId: "bob" } }],
  ["in an envelope in one", { status: 200, data: { code: 0, data: { accountId: "bob" } } }],
])("a renewal by another account, named %s, sends nothing of the first one's", async (_where, answer) => {
  const server = fakeServer();
  const renew = async (): Promise<Renewed> => {
    server.signIn();
    return answer;
  };
  const { client } = page({ accountId: undefined, renew });
  client.reauth.renewed("ann");
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
  await later();
  expect([outcomes.resolved, outcomes.rejected.length, server.calls]).toEqual([[], 1, ["a"]]);
});

test.each([
  ["that know who is signed in", { accountId: () => "ann" }],
  ["that know no account", { accountId: undefined }],
])("eight tabs %s renew once", async (_what, options) => {
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
  fakeBrowser(() => 5);
  const server = fakeServer();
  const renew = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    server.signIn();
    return { accountId: "ann" };
  });
  const reauth = { ...fakeReauth(), sharedAs: "app /back" };
  const tabs = Array.from({ length: 8 }, () => page({ renew, reauth, ...options }));
  await later(10);
  server.revoke();
  const outcomes = outcomesOf(
    tabs.map(async ({ client }, at) => client.guard(server.call, { replay: "auto" })(`${at}`, 10 + at * 100)),
  );
  await later(5000);
  expect([outcomes.resolved.length, renew.mock.calls.length, tabs.map(({ prompts }) => prompts())]).toEqual([
    8,
    1,
    Array(8).fill(0),
  ]);
});

describe("a session with a known end", () => {
  test.each([
    ["milliseconds", (ms: number): number | string | Date => ms],
    ["the seconds of a token's exp", (ms: number): number => Math.floor(ms / 1000)],
    ["a date", (ms: number): Date => new Date(ms)],
    ["its text", (ms: number): string => new Date(ms).toISOString()],
  ])("is renewed ahead of it, in a page that is seen; as %s", async (_how, said) => {
    const seen = { visibilityState: "visible" };
    vi.stubGlobal("document", seen);
    vi.stubGlobal("removeEventListener", () => undefined);
    let look: (() => void) | undefined;
    vi.stubGlobal("addEventListener", (type: string, listener: () => void) => {
      if (type === "visibilitychange") look = listener;
    });
    const renew = vi.fn(async () => ({ expiresAt: said(Date.now() + 600_000) }));
    const { client } = page({ renew });
    client.reauth.require(client.diagnose({ ret: -21, msg: "" }));
    await later(478_000);
    expect(renew).toHaveBeenCalledTimes(1);
    await later(62_000);
    expect(renew).toHaveBeenCalledTimes(2);
    seen.visibilityState = "hidden";
    await later(1_200_000);
    expect(renew).toHaveBeenCalledTimes(2);
    seen.visibilityState = "visible";
    look?.();
    await later(10);
    expect(renew).toHaveBeenCalledTimes(3);
    client.dispose();
    await later(1_200_000);
    expect(renew).toHaveBeenCalledTimes(3);
  });
});

describe("what a renewal answers", () => {
  test.each([
    ["nobody", undefined],
    ["the account by another name", { data: { uid: "ann" } }],
    ["an id of another kind", { openid: "A11CE000000000000000000000000000" }],
  ])("with %s, the same session goes on and nothing is asked", async (_what, answer) => {
    const { client, server, flow } = page({
      renew: async () => {
        server.signIn();
        return answer as Renewed;
      },
    });
    server.revoke();
    const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("b")]);
    await later();
    expect([outcomes.resolved, client.reauth.getSnapshot().toConfirm, flow.starts]).toEqual([["b:2"], 0, 0]);
  });

  test("with somebody else's id, a change is asked about", async () => {
    const { client, server } = page({
      renew: async () => {
        server.signIn();
        return { data: { uid: "bob" } } as Renewed;
      },
    });
    server.revoke();
    const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("b")]);
    await later();
    expect([outcomes.resolved, client.reauth.getSnapshot()]).toMatchObject([[], { toConfirm: 1, unsure: true }]);
  });

  test("a slip in it is told in development and by an event, and a person is asked", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const onEvent = vi.fn();
    const { session } = JSON.parse('{"session":null}') as { readonly session: { readonly token: string } };
    const { client, server } = page({ onEvent, renew: async () => ({ accountId: session.token }) });
    server.revoke();
    const outcomes = outcomesOf([client.guard(server.call)("b")]);
    await later();
    expect(onEvent).toHaveBeenCalledWith(expect.objectContaining({ type: "internal.error", detail: "TypeError" }));
    expect(error).toHaveBeenCalledWith(expect.stringContaining("renew threw TypeError"));
    expect([client.reauth.getSnapshot().status, outcomes.rejected]).toEqual(["required", []]);
    error.mockRestore();
  });
});
