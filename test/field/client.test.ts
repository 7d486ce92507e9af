import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, TencentError, type ReauthFlow, type ReauthRequest } from "../../src/core.js";
import { exchangeCode } from "../../src/oauth/exchangeCode.js";
import { promptView } from "../../src/components/prompt/promptView.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "../client/fakeServer.js";
import { outcomesOf } from "../client/outcomesOf.js";

/** A flow that opens a window. */
const here = { canReauthorize: true, continuesHere: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Options = NonNullable<Parameters<typeof createTencentErrorClient>[0]>;

function page(options: Options = {}) {
  const flow = fakeReauth();
  const server = fakeServer();
  const onEvent = vi.fn();
  const client = createTencentErrorClient({ reauth: flow, onEvent, accountId: () => "ann", ...options });
  const types = (): readonly string[] => onEvent.mock.calls.map(([{ type }]) => type as string);
  return { flow, server, client, types, status: () => client.reauth.getSnapshot().status };
}

const wait = async (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test("field F10: a store that `exchange` updates can't make the next account count as the first one", async () => {
  const store = { me: "A" };
  const { flow, server, client } = page({ accountId: () => store.me });
  server.revoke();
  const held = outcomesOf([client.guard(server.call, { replay: "auto" })("change")]);
  await wait(20);
  client.reauth.start();
  store.me = "B";
  server.signIn();
  flow.end({ status: "succeeded", accountId: "B" });
  await wait(1000);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "accountMismatch", accountEpoch: 1 });
  expect(held.rejected.map((error) => client.diagnose(error).category)).toEqual(["cancelled"]);
  expect(server.calls).toEqual(["change"]);
});

test("the same account is known by the store alone, and its change is sent by itself", async () => {
  const { flow, server, client } = page();
  server.revoke();
  const held = outcomesOf([client.guard(server.call, { replay: "auto" })("change")]);
  await wait(20);
  client.reauth.start();
  server.signIn();
  flow.end({ status: "succeeded" });
  await wait(400);
  expect(held.resolved).toEqual(["change:2"]);
});

test("where the account is unknown, every held change is asked about, also one that may be sent twice", async () => {
  const { flow, server, client } = page({ accountId: undefined });
  server.revoke();
  const held = outcomesOf([client.guard(server.call, { replay: "auto", label: "Save the note" })("change")]);
  await wait(20);
  client.reauth.start();
  server.signIn();
  flow.end({ status: "succeeded" });
  await wait(5000);
  const snapshot = client.reauth.getSnapshot();
  expect(snapshot).toMatchObject({ status: "succeeded", toConfirm: 1, waiting: ["Save the note"] });
  expect(promptView(snapshot, here)).toMatchObject({ words: "confirm", resume: "send" });
  expect(server.calls).toEqual(["change"]);
  client.reauth.resume();
  await wait(20);
  expect(held.resolved).toEqual(["change:2"]);
});

test("where the account is unknown, a held read is sent by itself: it changes nothing", async () => {
  const { flow, server, client } = page({ accountId: undefined });
  server.revoke();
  const held = outcomesOf([client.guard(server.call, { replay: "auto", key: "GET /notes" })("notes")]);
  await wait(20);
  client.reauth.start();
  server.signIn();
  flow.end({ status: "succeeded" });
  await wait(5000);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "succeeded", toConfirm: 0 });
  expect(held.resolved).toEqual(["notes:2"]);
});

describe("a dismissal", () => {
  test("field F25: the modal does not come back by itself, and no poll is sent while it is open", async () => {
    const { server, client, types } = page({ limits: { coolDownMs: 300 } });
    server.revoke();
    const poll = client.guard(async ({ queryKey }: { readonly queryKey: readonly string[] }) =>
      server.call(String(queryKey[0])),
    );
    const timer = setInterval(() => void poll({ queryKey: ["mine"] }).catch(() => undefined), 50);
    await wait(200);
    const asked = server.calls.length;
    await wait(2000);
    expect(server.calls.length).toBe(asked);
    for (let time = 0; time < 3; time += 1) {
      client.reauth.cancel();
      await wait(600);
    }
    clearInterval(timer);
    expect(types().filter((type) => type === "reauth.required")).toHaveLength(1);
    expect(client.reauth.getSnapshot().status).toBe("cancelled");
    client.reauth.startFor(client.diagnose({ ret: -21 }));
    expect(client.reauth.getSnapshot().status).toBe("opening");
  });

  test("is lifted by a change that a person makes again, and after the cool-down by what they read", async () => {
    const { server, client, status } = page({ limits: { coolDownMs: 300 } });
    server.revoke();
    client.reauth.require(client.diagnose({ ret: -21 }));
    client.reauth.cancel();
    const click = async (name: string, key?: string): Promise<void> => {
      vi.stubGlobal("event", { type: "click" });
      void client
        .guard(server.call, { key })(name)
        .catch(() => undefined);
      vi.stubGlobal("event", undefined);
      await wait(20);
    };
    await click("list", "GET /list");
    expect(status()).toBe("cancelled");
    for (let time = 0; time < 2; time += 1) {
      await click("change");
      expect(status()).toBe("required");
      client.reauth.cancel();
    }
    await wait(300);
    await click("list", "GET /list");
    expect(status()).toBe("required");
    client.reauth.cancel();
  });
});

test("polls at ever new addresses while the prompt is open increase neither the count nor the memory", async () => {
  const { server, client } = page();
  server.revoke();
  const poll = client.guard(async ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    server.call(String(queryKey[0]), 1),
  );
  void poll({ queryKey: ["first"] }).catch(() => undefined);
  await wait(100);
  for (let time = 0; time < 1000; time += 1) {
    void poll({ queryKey: [time] }).catch(() => undefined);
    await wait(2);
  }
  await wait(500);
  expect(client.reauth.getSnapshot().affected).toBe(1);
});

test("a guard around a guard sends three times, also with an error of the app's own between them", async () => {
  const { server, client, flow } = page({ limits: { loopMs: 0, starts: 99 } });
  server.revoke();
  const inner = client.guard(async () => server.call("a"), { replay: "auto" });
  const outer = client.guard(
    async () => {
      try {
        return await inner();
      } catch (cause) {
        throw new Error("could not save", { cause });
      }
    },
    { replay: "auto" },
  );
  const outcomes = outcomesOf([outer()]);
  for (let round = 0; round < 9; round += 1) {
    await wait(20);
    client.reauth.start();
    flow.end({ status: "succeeded", accountId: "ann" });
    await wait(0);
  }
  await wait(20);
  expect(outcomes.rejected).toHaveLength(1);
  expect(server.calls).toHaveLength(3);
});

describe("the calls of a sign-in", () => {
  /** A flow as the kit's own are: a code that an exchange of the app trades. */
  function exchanging(exchange: (grant: { readonly code: string; readonly signal: AbortSignal }) => Promise<unknown>) {
    const grant = { code: "0123456789ABCDEF", state: "s".repeat(43) };
    const start = (request: ReauthRequest) => {
      request.onProgress({ status: "verifying" });
      return { outcome: exchangeCode((given) => exchange(given), grant, request) };
    };
    const flow: ReauthFlow = { kind: "test", start };
    return page({ reauth: flow });
  }

  const refused = (_body: object): Promise<unknown> =>
    Promise.reject(new TencentError(createTencentErrorClient().diagnose({ ret: -21 })));

  // prettier-ignore
  test.each<readonly [string, (post: (body: object) => Promise<unknown>, grant: { readonly code: string; readonly signal: AbortSignal }) => Promise<unknown>]>([
    ["begun at once", (post) => post({})],
    ["begun a few promises later, as axios does", async (post) => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); return post({}); }],
    ["that carry the code", async (post, { code }) => { await new Promise((resolve) => setTimeout(resolve, 100)); return post({ body: JSON.stringify({ code }) }); }],
    ["that carry its signal", async (post, { signal }) => { await new Promise((resolve) => setTimeout(resolve, 100)); return post({ signal }); }],
  ])("%s never wait for it", async (_how, call) => {
    const parts = exchanging((grant) => call(parts.client.guard(refused), grant));
    parts.client.reauth.start();
    await wait(1000);
    expect(parts.client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "exchangeFailed" });
  });

  test("are distinguished from a change that a person makes meanwhile: that is held", async () => {
    const { client, server } = exchanging(
      () => new Promise((resolve) => setTimeout(resolve, 500, { accountId: "ann" })),
    );
    server.revoke();
    client.reauth.start();
    await wait(100);
    const change = outcomesOf([client.guard(server.call, { replay: "auto" })("change")]);
    await wait(100);
    expect(change).toEqual({ resolved: [], rejected: [] });
    server.signIn();
    await wait(1000);
    expect(change.resolved).toEqual(["change:2"]);
  });
});

describe("an unmarked call inside exchange", () => {
  function exchanging(exchangeMs: number) {
    let send: () => Promise<unknown> = () => Promise.resolve();
    const grant = { code: "0123456789ABCDEF", state: "s".repeat(43) };
    const exchange = async (): Promise<object> => {
      await new Promise((resolve) => setTimeout(resolve, exchangeMs));
      await send();
      return { accountId: "ann" };
    };
    const start = (request: ReauthRequest) => {
      request.onProgress({ status: "verifying" });
      return { outcome: exchangeCode(exchange, grant, request) };
    };
    const parts = page({ reauth: { kind: "test", start } });
    send = () => parts.client.guard(parts.server.call)("sync");
    parts.server.revoke();
    return parts;
  }

  test("is rejected soon, so that neither it nor the exchange waits half a minute for the other", async () => {
    const { client, status } = exchanging(100);
    client.reauth.start();
    await wait(3000);
    expect(status()).toBe("verifying");
    await wait(300);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "exchangeFailed" });
  });

  test("rejects no change that failed before the exchange, or that a person makes meanwhile", async () => {
    const { client, server } = exchanging(500);
    const before = outcomesOf([client.guard(server.call, { replay: "auto" })("before")]);
    await wait(50);
    client.reauth.start();
    await wait(100);
    vi.stubGlobal("event", { type: "click" });
    const clicked = outcomesOf([client.guard(server.call, { replay: "auto" })("clicked")]);
    vi.stubGlobal("event", undefined);
    await wait(5000);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "exchangeFailed" });
    expect([before, clicked]).toEqual([
      { resolved: [], rejected: [] },
      { resolved: [], rejected: [] },
    ]);
    client.reauth.cancel();
    await wait(0);
  });

  test("and succeeds where there is a session", async () => {
    const { client, server, status } = exchanging(100);
    server.signIn();
    client.reauth.start();
    await wait(500);
    expect(status()).toBe("succeeded");
  });
});

describe("an exchange without an account in its answer", () => {
  const warned = () => vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const flow = (answer: object | undefined): ReauthFlow => ({
    kind: "test",
    start(request) {
      request.onProgress({ status: "verifying" });
      const grant = { code: "c".repeat(32), state: "s".repeat(43) };
      return { outcome: exchangeCode(() => Promise.resolve(answer), grant, request) };
    },
  });

  test("is reported once to developers, where the client has no `accountId` either", async () => {
    const spy = warned();
    const { client } = page({ reauth: flow({ ok: true }), accountId: undefined });
    for (let time = 0; time < 2; time += 1) {
      client.reauth.start();
      await wait(20);
    }
    expect(spy.mock.calls).toEqual([[expect.stringMatching(/^\[tencent-error-kit\] exchange told no account/)]]);
    spy.mockRestore();
  });

  test.each([
    ["it has one", { accountId: 7 }, undefined],
    ["the client can ask the app", undefined, () => undefined],
  ])("is not said where %s", async (_why, answer, accountId) => {
    const spy = warned();
    const { client } = page({ reauth: flow(answer), accountId });
    client.reauth.start();
    await wait(20);
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });
});

describe("“I have signed in”", () => {
  function waiting(options: Options = {}) {
    const parts = page(options);
    parts.server.revoke();
    const held = outcomesOf([parts.client.guard(parts.server.call)("change")]);
    return { ...parts, held };
  }

  test("too early keeps the flow and the held calls, and has no effect", async () => {
    const { client, server, flow, held, status, types } = waiting();
    await wait(20);
    client.reauth.start();
    flow.progress({ status: "waiting", windowClosed: true });
    client.reauth.resume();
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "waiting", windowClosed: true, toConfirm: 1 });
    expect(server.calls).toHaveLength(1);
    client.reauth.resume();
    await wait(20);
    expect(server.calls).toHaveLength(2);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "waiting", windowClosed: true, toConfirm: 0 });
    expect(held).toEqual({ resolved: [], rejected: [] });
    expect(types()).not.toContain("reauth.succeeded");
    server.signIn();
    flow.end({ status: "succeeded", accountId: "ann" });
    await wait(20);
    expect(status()).toBe("succeeded");
    client.reauth.resume();
    await wait(20);
    expect(held.resolved).toEqual(["change:2"]);
  });

  test("after a sign-in heals after one call", async () => {
    const { client, server, flow, held, status } = waiting();
    await wait(20);
    client.reauth.start();
    flow.progress({ status: "waiting", windowClosed: true });
    server.signIn();
    client.reauth.resume();
    client.reauth.resume();
    await wait(400);
    expect(status()).toBe("succeeded");
    expect(held.resolved).toEqual(["change:2"]);
  });

  test("is probed by the data layers before a change", async () => {
    const { client, flow, status } = waiting();
    const probe = vi.fn(() => new Promise(() => undefined));
    client.reauth.onProbe(probe);
    await wait(20);
    client.reauth.start();
    flow.progress({ status: "waiting", windowClosed: true });
    client.reauth.resume();
    expect([probe.mock.calls.length, status()]).toEqual([1, "waiting"]);
    client.reauth.renewed("ann");
    expect(status()).toBe("succeeded");
    client.reauth.cancel();
  });

  test("is offered only where the window is out of reach", () => {
    const { client, flow } = page();
    client.reauth.start();
    flow.progress({ status: "waiting" });
    expect(promptView(client.reauth.getSnapshot(), here)?.resume).toBeUndefined();
    flow.progress({ status: "waiting", windowClosed: true });
    expect(promptView(client.reauth.getSnapshot(), here)?.resume).toBe("done");
  });
});

test("field F31: a lost state emits an event, and offers another start, not “I have signed in”", () => {
  let request: ReauthRequest | undefined;
  const start = (given: ReauthRequest) => ((request = given), { outcome: new Promise<never>(() => undefined) });
  const { client, types } = page({ reauth: { kind: "test", start } });
  client.reauth.start();
  request?.onRefusal("stateRefused");
  request?.onProgress({ status: "waiting", lostState: true });
  expect(types()).toContain("security.stateRefused");
  const view = promptView(client.reauth.getSnapshot(), here);
  expect([view?.start, view?.resume]).toEqual(["tryAgain", undefined]);
});

test("after a sign-in of the app's own, `renewed` sends or drops the held calls", async () => {
  const { client, server, status } = page();
  server.revoke();
  const held = outcomesOf([client.guard(server.call, { replay: "auto" })("change")]);
  await wait(20);
  server.signIn();
  client.reauth.renewed("ann");
  await wait(20);
  expect([status(), held.resolved]).toEqual(["succeeded", ["change:2"]]);
  client.reauth.renewed(7);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "succeeded", accountEpoch: 2 });
});

test("a log-out rejects what is held, and `beforeunload` asks only while something is held", async () => {
  const asked = new Set<unknown>();
  vi.stubGlobal(
    "addEventListener",
    (type: string, listener: unknown) => type === "beforeunload" && asked.add(listener),
  );
  vi.stubGlobal("removeEventListener", (_type: string, listener: unknown) => asked.delete(listener));
  const { client, server } = page();
  server.revoke();
  const held = outcomesOf([client.guard(server.call)("a"), client.guard(server.call)("b")]);
  expect(asked.size).toBe(0);
  await wait(20);
  expect(asked.size).toBe(1);
  client.reauth.rejectHeld();
  await wait(0);
  expect(held.rejected.map((error) => client.diagnose(error).category)).toEqual(["cancelled", "cancelled"]);
  expect(asked.size).toBe(0);
});

test("nothing is lost with a reading that is held, so `beforeunload` does not ask about it", async () => {
  const listen = vi.fn();
  vi.stubGlobal("addEventListener", listen);
  const { client, server } = page();
  server.revoke();
  const held = outcomesOf([client.guard(server.call, { replay: "auto", key: "GET /notes" })("notes")]);
  await wait(20);
  expect([held.rejected, client.reauth.getSnapshot().status]).toEqual([[], "required"]);
  expect(listen.mock.calls.filter(([type]) => type === "beforeunload")).toEqual([]);
});

test("a disposed client leaves nothing behind, and passes calls through", async () => {
  const { client, server } = page();
  server.revoke();
  const held = outcomesOf([client.guard(server.call)("a")]);
  await wait(100);
  client.dispose();
  client.dispose();
  await wait(0);
  expect(held.rejected.map((error) => client.diagnose(error).failure.code)).toEqual([-21]);
  expect(vi.getTimerCount()).toBe(0);
  const later = outcomesOf([client.guard(server.call)("b")]);
  await wait(20);
  expect(later.rejected).toHaveLength(1);
  client.reauth.start();
  expect(vi.getTimerCount()).toBe(0);
});

test("`shows` tells which errors the page shows", () => {
  const { client } = page();
  const [revoked, other] = [{ ret: -21 }, { ret: -6 }];
  expect([client.shows(revoked), client.shows(other)]).toEqual([false, false]);
  const release = client.board.claim(other, () => undefined);
  client.reauth.require(client.diagnose(revoked));
  expect([client.shows(revoked), client.shows(other)]).toEqual([true, true]);
  expect(client.shows(new Error("the app's own", { cause: other }))).toBe(true);
  release();
  expect(client.shows(other)).toBe(false);
});

test("what can't be looked into is no error that the page shows, and no end of a call", async () => {
  const { proxy: hostile, revoke } = Proxy.revocable({}, {});
  revoke();
  const { client } = page();
  expect(client.shows(hostile)).toBe(false);
  const guarded = client.guard(() => Promise.reject(hostile as Error));
  await expect(guarded().then(undefined, (error: unknown) => error === hostile)).resolves.toBe(true);
});
