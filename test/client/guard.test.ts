import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient, TencentError } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "./fakeServer.js";
import { outcomesOf } from "./outcomesOf.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function page(options: Partial<Parameters<typeof createTencentErrorClient>[0]> = {}) {
  const reauth = fakeReauth();
  const server = fakeServer();
  const onEvent = vi.fn();
  const client = createTencentErrorClient({ reauth, onEvent, accountId: () => "ann", ...options });
  const prompts = (): number => onEvent.mock.calls.filter(([event]) => event.type === "reauth.required").length;
  const signIn = async (accountId: string | undefined = "ann"): Promise<void> => {
    client.reauth.start();
    server.signIn();
    reauth.end({ status: "succeeded", accountId });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { reauth, server, client, prompts, signIn };
}

test("answers three that fail together and one that fails late with one prompt", async () => {
  const { server, client, prompts, signIn } = page();
  const call = client.guard(server.call, { replay: "auto" });
  server.revoke();
  const outcomes = outcomesOf([call("a", 10), call("b", 10), call("c", 10), call("late", 210)]);
  await vi.advanceTimersByTimeAsync(110);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "required", affected: 3 });
  await signIn();
  await vi.advanceTimersByTimeAsync(1000);
  expect(outcomes.resolved.sort()).toEqual(["a:2", "b:2", "c:2", "late:2"]);
  expect(outcomes.rejected).toEqual([]);
  expect(prompts()).toBe(1);
  expect(server.calls).toHaveLength(8);
});

test("sends two marked changes again by itself and asks about the one that is not marked", async () => {
  const { server, client, signIn } = page();
  const marked = client.guard(server.call, { replay: "auto" });
  const unmarked = client.guard(server.call);
  server.revoke();
  const outcomes = outcomesOf([marked("one"), marked("two"), unmarked("three")]);
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.resolved).toEqual(["one:2", "two:2"]);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "succeeded", toConfirm: 1 });
  expect(server.countOf("three")).toBe(1);
  client.reauth.resume();
  expect(client.reauth.getSnapshot().toConfirm).toBe(0);
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.resolved).toEqual(["one:2", "two:2", "three:2"]);
  expect(["one", "two", "three"].map(server.countOf)).toEqual([2, 2, 2]);
});

test("asks about no call whose key says that it only reads", async () => {
  const { server, client, signIn } = page();
  server.revoke();
  const outcomes = outcomesOf([
    client.guard(server.call, { key: "friends" })("friends"),
    client.guard(server.call, { key: "profile", replay: "confirm" })("profile"),
  ]);
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  await vi.advanceTimersByTimeAsync(20);
  expect(client.reauth.getSnapshot().toConfirm).toBe(0);
  expect(outcomes.resolved).toEqual(["friends:2", "profile:2"]);
});

test.each(["before the sign-in", "when asked"])(
  "rejects all with one typed cancellation on a dismissal %s",
  async (when) => {
    const { server, client, signIn } = page();
    const replay = when === "when asked" ? "confirm" : "auto";
    const held = client.guard(server.call, { replay });
    server.revoke();
    const outcomes = outcomesOf([held("one"), held("two"), client.guard(server.call)("three")]);
    await vi.advanceTimersByTimeAsync(20);
    if (when === "when asked") await signIn();
    client.reauth.cancel();
    await vi.advanceTimersByTimeAsync(20);
    expect(outcomes.rejected).toHaveLength(3);
    const [first] = outcomes.rejected;
    expect(first).toBeInstanceOf(TencentError);
    expect(client.diagnose(first).category).toBe("cancelled");
    expect(outcomes.rejected.every((error) => error === first)).toBe(true);
    expect(server.calls).toHaveLength(3);
    expect(client.reauth.getSnapshot().toConfirm).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test.each(["first argument", "an argument's signal"])(
  "lets go of a held call that is aborted by its %s",
  async (where) => {
    const { server, client } = page();
    const controller = new AbortController();
    const { signal } = controller;
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    server.revoke();
    const send = client.guard(async (_given: unknown) => server.call("a"));
    const outcomes = outcomesOf([send(where === "first argument" ? signal : { signal })]);
    await vi.advanceTimersByTimeAsync(300);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort("unmounted");
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes.rejected).toEqual(["unmounted"]);
    expect(remove.mock.calls).toEqual(add.mock.calls);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("holds for ten minutes and then rejects with what the call failed with", async () => {
  const { server, client } = page();
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call)("a")]);
  await vi.advanceTimersByTimeAsync(599_000);
  expect(outcomes.rejected).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(outcomes.rejected.map((error) => client.diagnose(error).failure.code)).toEqual([-21]);
  expect(vi.getTimerCount()).toBe(0);
});

test("holds for as long as a timer can when the app sets no bound", async () => {
  const { server, client, signIn } = page({ limits: { holdMs: Infinity } });
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call, { replay: "auto" })("a")]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  await signIn();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.resolved).toEqual(["a:2"]);
});

test("stops a server that never accepts the new session", async () => {
  const { server, client, reauth } = page();
  server.revoke();
  const call = client.guard(server.call, { replay: "auto" });
  const outcomes = outcomesOf([call("a"), call("b")]);
  for (let round = 0; round < 20; round += 1) {
    await vi.advanceTimersByTimeAsync(20);
    client.reauth.start();
    reauth.end({ status: "succeeded", accountId: "ann" });
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(reauth.starts).toBeLessThanOrEqual(3);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "loop" });
  expect(outcomes.rejected.map((error) => client.diagnose(error).failure.code)).toEqual([-21, -21]);
  expect(server.countOf("a")).toBeLessThanOrEqual(3);
  expect(vi.getTimerCount()).toBe(0);
});

test("lets go of what is held, each with its own failure, once no further start is allowed", async () => {
  const { server, client, reauth } = page();
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call)("a"), client.guard(server.call)("b")]);
  await vi.advanceTimersByTimeAsync(20);
  for (let start = 0; start < 4; start += 1) {
    client.reauth.start();
    reauth.end({ status: "failed", reason: "popupBlocked" });
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(client.reauth.getSnapshot().reason).toBe("loop");
  expect(outcomes.rejected.map((error) => client.diagnose(error).failure.code)).toEqual([-21, -21]);
  expect(outcomes.rejected[0]).not.toBe(outcomes.rejected[1]);
});

test("sends nothing when a person says that they have signed in, before they did", async () => {
  const { server, client } = page();
  server.revoke();
  outcomesOf([client.guard(server.call)("a")]);
  await vi.advanceTimersByTimeAsync(20);
  client.reauth.resume();
  await vi.advanceTimersByTimeAsync(20);
  expect(server.calls).toEqual(["a"]);
});

test("holds nothing without a flow", async () => {
  const { server, client } = page({ reauth: undefined });
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call)("a")]);
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.rejected).toHaveLength(1);
  expect(client.reauth.getSnapshot().status).toBe("idle");
});

test("sends no call of one account as another, however late it fails", async () => {
  const onAccountChange = vi.fn();
  const { server, client, signIn } = page({ accountId: () => "ann", onAccountChange });
  const call = client.guard(server.call, { replay: "auto" });
  server.revoke();
  const outcomes = outcomesOf([call("held"), call("late", 500)]);
  await vi.advanceTimersByTimeAsync(20);
  await signIn("bob");
  expect(onAccountChange.mock.calls).toEqual([[{ previous: "ann", next: "bob" }]]);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "accountMismatch" });
  client.reauth.cancel();
  await vi.advanceTimersByTimeAsync(1000);
  expect(outcomes.resolved).toEqual([]);
  expect(outcomes.rejected.map((error) => client.diagnose(error).category)).toEqual(["cancelled", "cancelled"]);
  expect(server.calls).toHaveLength(2);
});

test("fails a query's function at once, and does not send it again while the prompt is open", async () => {
  const { server, client, signIn } = page();
  server.revoke();
  const queryFn = client.guard(async ({ queryKey }: { readonly queryKey: readonly string[] }) =>
    server.call(queryKey.join()),
  );
  const first = outcomesOf([queryFn({ queryKey: ["a"] })]);
  await vi.advanceTimersByTimeAsync(20);
  const focus = outcomesOf([queryFn({ queryKey: ["a"] }), queryFn({ queryKey: ["b"] })]);
  await vi.advanceTimersByTimeAsync(20);
  expect(first.rejected).toHaveLength(1);
  expect(focus.rejected).toHaveLength(2);
  expect(focus.rejected[0]).toBe(first.rejected[0]);
  expect(server.calls).toEqual(["a", "b"]);
  await signIn();
  const after = outcomesOf([queryFn({ queryKey: ["a"] })]);
  await vi.advanceTimersByTimeAsync(20);
  expect(after.resolved).toEqual(["a:2"]);
});

test.each([
  [{ replay: "auto" }, 0],
  [{ hold: "yes", replay: 1 }, 1],
  ["hold", 1],
  [null, 1],
])("reads meta.tencent %j of a query without trust", async (tencent, rejected) => {
  const { server, client } = page();
  server.revoke();
  const queryFn = client.guard(async (_context: unknown) => server.call("a"));
  const outcomes = outcomesOf([queryFn({ queryKey: ["a"], meta: { tencent } })]);
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.rejected).toHaveLength(rejected);
});

test("sends a mutation again that calls itself idempotent", async () => {
  const { server, client, signIn } = page();
  server.revoke();
  const mutationFn = client.guard(async (name: string, _context: unknown) => server.call(name));
  const outcomes = outcomesOf([mutationFn("a", { meta: { tencent: { idempotent: true } } })]);
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.resolved).toEqual(["a:2"]);
});

test("asks for no replay where `replay` is `never`", async () => {
  const { server, client } = page();
  server.revoke();
  const outcomes = outcomesOf([client.guard(server.call, { replay: "never" })("a")]);
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.rejected).toHaveLength(1);
  expect(client.reauth.getSnapshot().status).toBe("required");
});

test("does not multiply tries where a guard stands around a guard", async () => {
  const { server, client, signIn } = page({ limits: { loopMs: 0 } });
  server.revoke();
  const call = client.guard(
    client.guard(async () => server.call("a"), { replay: "auto" }),
    { replay: "auto" },
  );
  const outcomes = outcomesOf([call()]);
  for (let round = 0; round < 5; round += 1) {
    await vi.advanceTimersByTimeAsync(20);
    server.revoke();
    await signIn();
    server.revoke();
  }
  await vi.advanceTimersByTimeAsync(20);
  expect(outcomes.rejected).toHaveLength(1);
  expect(server.calls.length).toBeLessThanOrEqual(3);
});

test("passes on failures that no sign-in heals", async () => {
  const { client } = page();
  const failure = new Error("no");
  await expect(client.guard(() => Promise.reject(failure))()).rejects.toBe(failure);
  const send = client.guard((): Promise<never> => {
    throw failure;
  });
  await expect(send()).rejects.toBe(failure);
  expect(client.reauth.getSnapshot().status).toBe("idle");
});

/** The most calls that arrive within 100 ms. */
async function fullest({ calls }: { readonly calls: readonly string[] }, ms: number): Promise<number> {
  let [most, seen] = [0, calls.length];
  for (let at = 0; at < ms; at += 100) {
    await vi.advanceTimersByTimeAsync(100);
    most = Math.max(most, calls.length - seen);
    seen = calls.length;
  }
  return most;
}

test("a crowd that was held goes on within a second, never in one moment", async () => {
  const { server, client, signIn } = page();
  const call = client.guard(server.call, { replay: "auto" });
  server.revoke();
  const outcomes = outcomesOf(Array.from({ length: 300 }, async (_, at) => call(`${at}`)));
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  expect(client.reauth.getSnapshot().toConfirm).toBe(0);
  expect(await fullest(server, 1200)).toBeLessThanOrEqual(45);
  expect([outcomes.resolved.length, vi.getTimerCount()]).toEqual([300, 0]);
});

test("of a crowd that goes on, what is left when another account signs in is not sent", async () => {
  const { server, client, signIn } = page();
  const call = client.guard(server.call, { replay: "auto" });
  server.revoke();
  const outcomes = outcomesOf(Array.from({ length: 100 }, async (_, at) => call(`${at}`)));
  await vi.advanceTimersByTimeAsync(20);
  await signIn();
  await vi.advanceTimersByTimeAsync(500);
  client.reauth.renewed("bob");
  const sent = server.calls.length;
  await vi.advanceTimersByTimeAsync(2000);
  expect(server.calls).toHaveLength(sent);
  expect(outcomes.rejected.length).toBe(200 - sent);
});
