import { beforeEach, describe, expect, test, vi } from "vitest";
import type * as Kit from "../../src/core.js";
import type { KitEvent, TencentErrorClientOptions } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeBrowser } from "./fakeBrowser.js";
import { outcomesOf } from "./outcomesOf.js";

let core: typeof Kit;

// a page whose later part has not been fetched yet
beforeEach(async () => {
  vi.resetModules();
  core = await import("../../src/core.js");
});

/** Runs what is due now. The engine takes longer. */
async function flush(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

const arrival = async (): Promise<void> => vi.dynamicImportSettled();

function page(options: TencentErrorClientOptions = {}) {
  const flow = fakeReauth();
  const events: KitEvent["type"][] = [];
  const client = core.createTencentErrorClient({
    reauth: flow,
    accountId: () => "A",
    onEvent: ({ type }) => events.push(type),
    ...options,
  });
  const { reauth, guard, unwrap } = client;
  let hasSession = false;
  const sent: string[] = [];
  const send = async (name: string) => {
    sent.push(name);
    unwrap(hasSession ? { ret: 0 } : { ret: -21 });
    return name;
  };
  return {
    ...{ flow, events, client, reauth, sent, guard, send },
    status: () => reauth.getSnapshot().status,
    async signIn(accountId?: string) {
      hasSession = true;
      flow.end({ status: "succeeded", accountId });
      await arrival();
    },
  };
}

describe("before the engine is there", () => {
  test("a failed call asks for the sign-in at once, and is sent again once after it", async () => {
    const { guard, send, sent, status, events, reauth, signIn } = page();
    const { resolved, rejected } = outcomesOf([guard(send, { replay: "auto" })("a")]);
    await flush();
    expect(status()).toBe("required");
    expect(events).not.toContain("reauth.required");
    await arrival();
    expect(events.filter((type) => type === "reauth.required")).toHaveLength(1);
    reauth.start();
    await signIn("A");
    await expect.poll(() => resolved).toEqual(["a"]);
    expect([sent, rejected]).toEqual([["a", "a"], []]);
  });

  test("a toast knows of the notice whose first words are there", async () => {
    const { client } = page({ prefetch: "failure" });
    const error = new core.TencentError(core.diagnose({ ret: -6 }));
    expect(client.shows(error)).toBe(false);
    const releases = [1, 2].map(() => client.board.claim(error, () => undefined));
    expect(client.shows(error)).toBe(true);
    releases[0]?.();
    expect(client.shows(error)).toBe(true);
    releases[1]?.();
    expect(client.shows(error)).toBe(false);
    await arrival();
  });

  test("of two flows the click on a notice starts its own inside it, whichever was asked for first", async () => {
    const weixin = fakeReauth([], { provider: { id: "wechat", name: "WeChat" } });
    const qq = fakeReauth();
    const reported = core.defineCatalog({
      ...{ name: "wechat", dialects: ["wechat"], paths: ["/api/wechat"] },
      rows: [
        {
          ...{ code: 42001, reason: "TOKEN_EXPIRED", category: "reauth", fixer: "user", retry: "auth" },
          ...{ documented: [], remedies: ["reauthorize"] },
        },
      ],
    });
    const { client } = page({ reauth: [qq, weixin], catalogs: [core.tencentCatalog, reported] });
    const { reauth, guard, unwrap } = client;
    let hasSession = false;
    const failing = (body: object) => guard(async () => unwrap(hasSession ? { ret: 0 } : body), { replay: "auto" })();
    const expired = { errcode: 42001, errmsg: "expired" };
    const { resolved } = outcomesOf([failing({ ret: -21 }), failing(expired)]);
    await flush();
    expect(reauth.getSnapshot()).toMatchObject({ status: "required", provider: null });
    reauth.startFor(client.diagnose(expired));
    expect([qq.starts, weixin.starts]).toEqual([0, 1]);
    expect(reauth.getSnapshot()).toMatchObject({ status: "opening", provider: { id: "wechat" } });
    await arrival();
    expect(reauth.getSnapshot()).toMatchObject({ status: "opening", provider: { id: "wechat" } });
    hasSession = true;
    weixin.end({ status: "succeeded", accountId: "A" });
    await expect.poll(() => resolved).toHaveLength(1);
    await expect.poll(() => reauth.getSnapshot()).toMatchObject({ status: "required", provider: null });
    expect([qq.starts, weixin.starts]).toEqual([0, 1]);
    client.dispose();
  });

  test("a click starts the flow inside it, once", async () => {
    const { guard, send, flow, status, reauth, events, signIn } = page();
    const { resolved } = outcomesOf([guard(send, { replay: "auto" })("a")]);
    await flush();
    expect(status()).toBe("required");
    reauth.start();
    reauth.start();
    expect([flow.starts, status()]).toEqual([1, "opening"]);
    await arrival();
    expect(flow.starts).toBe(1);
    expect(events.filter((type) => type === "reauth.started")).toHaveLength(1);
    await signIn("A");
    await expect.poll(() => resolved).toEqual(["a"]);
  });

  test("a click after a dismissal opens a window of its own, and the first one's is not opened again", async () => {
    const { client, flow, reauth, status, signIn } = page();
    reauth.require(client.diagnose({ ret: -21 }));
    reauth.start();
    reauth.cancel();
    reauth.start();
    expect([flow.starts, status()]).toEqual([2, "opening"]);
    await arrival();
    expect([flow.starts, status()]).toEqual([2, "opening"]);
    await signIn("A");
    expect(reauth.getSnapshot()).toMatchObject({ status: "succeeded", epoch: 1 });
  });

  test("a sign-in that ends before the engine comes counts", async () => {
    const { guard, send, reauth, status, signIn } = page();
    const { resolved } = outcomesOf([guard(send, { replay: "auto" })("a")]);
    await flush();
    expect(status()).toBe("required");
    reauth.start();
    await signIn("A");
    await expect.poll(() => resolved).toEqual(["a"]);
    expect(reauth.getSnapshot()).toMatchObject({ status: "succeeded", epoch: 1 });
  });

  test("a cancel rejects what is held, with one cancellation", async () => {
    const { guard, send, sent, reauth, status, client } = page();
    const { resolved, rejected } = outcomesOf([guard(send)("a"), guard(send)("b")]);
    await flush();
    expect(status()).toBe("required");
    reauth.cancel();
    expect(status()).toBe("cancelled");
    await arrival();
    await expect.poll(() => rejected).toHaveLength(2);
    expect(resolved).toEqual([]);
    expect(rejected.map((error) => client.diagnose(error).category)).toEqual(["cancelled", "cancelled"]);
    expect(sent).toEqual(["a", "b"]);
  });

  test("a countdown that a notice asks for begins when the engine comes, which it fetches", async () => {
    const { client } = page();
    const { failure, fingerprint } = client.diagnose({ ret: -6 });
    const call = { error: {}, key: undefined, failure, likeness: fingerprint, occurredAt: Date.now(), waitMs: 45_000 };
    const due: (number | null)[] = [];
    const waiter = { send: () => undefined, onChange: (dueAt: number | null) => void due.push(dueAt) };
    const leave = client.retries.wait(call, waiter);
    client.retries.wait({ ...call, error: {} }, waiter)();
    expect(due).toEqual([]);
    await arrival();
    expect(due).toEqual([expect.any(Number)]);
    leave();
    client.dispose();
  });

  test("what is not held fails at once", async () => {
    const { guard, send, status } = page();
    const { rejected } = outcomesOf([guard(send, { replay: "never" })("a"), guard(send, { replay: "never" })("b")]);
    await expect.poll(() => rejected).toHaveLength(2);
    expect(status()).toBe("required");
    await arrival();
    expect(status()).toBe("required");
  });

  test("a thousand calls that fail together are one prompt", async () => {
    const { guard, send, reauth, status, sent, signIn } = page();
    const names = Array.from({ length: 1000 }, (_, index) => String(index));
    const { resolved } = outcomesOf(names.map(async (name) => guard(send, { replay: "auto" })(name)));
    await flush();
    expect(status()).toBe("required");
    await arrival();
    await expect.poll(() => reauth.getSnapshot().affected).toBe(1000);
    reauth.start();
    await signIn("A");
    await expect.poll(() => resolved).toHaveLength(1000);
    expect(sent).toHaveLength(2000);
  });

  test.each<[what: string, options: TencentErrorClientOptions]>([
    ["with a sign-in", {}],
    ["with a sign-in, where nothing names the account", { accountId: undefined }],
    ["without a sign-in", { reauth: undefined }],
    ["without a sign-in, where nothing names the account", { reauth: undefined, accountId: undefined }],
  ])("the first calls that fail together are renewed together, %s", async (_what, options) => {
    let hasSession = false;
    const renew = vi.fn(async () => void (hasSession = true));
    const { guard, events, client } = page({ renew, ...options });
    const read = guard(async ({ queryKey: [name] }: { readonly queryKey: readonly string[] }) => {
      client.unwrap(hasSession ? { ret: 0 } : { ret: -21 });
      return name;
    });
    const { resolved, rejected } = outcomesOf(["a", "b", "c"].map(async (name) => read({ queryKey: [name] })));
    await expect.poll(() => resolved.length + rejected.length).toBe(3);
    expect([resolved, rejected, renew.mock.calls.length]).toEqual([["a", "b", "c"], [], 1]);
    expect(events).not.toContain("reauth.required");
    client.dispose();
  });

  test("what a flow asks while it begins does not wait for it", async () => {
    const asked: Promise<unknown>[] = [];
    const { guard, send, client, reauth } = page({
      reauth: {
        kind: "custom",
        start() {
          asked.push(guard(send, { replay: "auto" })("ticket"));
          return { outcome: new Promise(() => undefined) };
        },
      },
    });
    reauth.start();
    const { rejected } = outcomesOf(asked);
    await expect.poll(() => rejected).toHaveLength(1);
    expect(client.diagnose(rejected[0]).failure.code).toBe(-21);
    client.dispose();
  });

  test("one person's change is not sent as another one's", async () => {
    let accountId = "A";
    const { guard, send, sent, client, status } = page({ accountId: () => accountId });
    const save = guard(async (name: string) => {
      // the app's own sign-out and sign-in, while the call is under way
      accountId = "B";
      return send(name);
    });
    const { rejected } = outcomesOf([save("a")]);
    await expect.poll(() => rejected).toHaveLength(1);
    expect(client.diagnose(rejected[0]).category).toBe("cancelled");
    expect([sent, status()]).toEqual([["a"], "idle"]);
  });

  test("a session that the app tells of counts when the engine comes", async () => {
    const { client, reauth } = page({ accountId: () => "A" });
    reauth.renewed("A");
    await arrival();
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "succeeded", epoch: 1 });
  });

  test("nothing is fetched for calls that go well", async () => {
    const { client } = page();
    const { engineChunk } = await import("../../src/client/lateEngine.js");
    await client.guard(async () => client.unwrap({ ret: 0 }))();
    client.reauth.onProbe(() => undefined)();
    client.reauth.cancel();
    await arrival();
    expect(engineChunk.now()).toBeUndefined();
  });

  test("where its code is lost for a moment, what needs no answer at once goes on when it comes", async () => {
    let isLost = true;
    vi.doMock("../../src/client/createEngine.js", async (original) => {
      if (isLost) throw new TypeError("Failed to fetch dynamically imported module");
      return original();
    });
    const { client, reauth, events, guard, send, status, flow } = page();
    const [watching, lostRow] = [vi.fn(), new core.TencentError(core.diagnose({ ret: -6 }))];
    client.board.subscribe(watching);
    client.board.post({}, lostRow);
    const { rejected } = outcomesOf([guard(send)("a")]);
    reauth.start();
    await expect.poll(() => rejected).toHaveLength(1);
    expect([status(), flow.starts, events]).toEqual(["required", 1, expect.arrayContaining(["internal.error"])]);
    isLost = false;
    const { engineChunk } = await import("../../src/client/lateEngine.js");
    await engineChunk.load();
    // the change has told its own failure, so that its click is over; the failures and who watches them are not
    await expect.poll(() => client.board.getGroups().map(({ error }) => error)).toEqual([lostRow]);
    expect(watching).toHaveBeenCalled();
    expect([status(), flow.starts]).toEqual(["required", 1]);
    vi.doUnmock("../../src/client/createEngine.js");
  });

  test("a server fetches nothing, and a client that has ended neither", async () => {
    const { engineChunk } = await import("../../src/client/lateEngine.js");
    const { window } = globalThis;
    Reflect.deleteProperty(globalThis, "window");
    const server = page();
    await expect(server.guard(server.send)("a")).rejects.toThrow();
    Object.assign(globalThis, { window });
    const ended = page();
    ended.client.dispose();
    await expect(ended.guard(ended.send)("a")).rejects.toThrow();
    await arrival();
    expect([engineChunk.now(), server.status(), ended.status()]).toEqual([undefined, "idle", "idle"]);
  });

  test("a client that ends meanwhile gives each held call its own error", async () => {
    const { guard, send, client, status } = page();
    const { rejected } = outcomesOf([guard(send)("a")]);
    await flush();
    expect(status()).toBe("required");
    client.dispose();
    await expect.poll(() => rejected).toHaveLength(1);
    expect(client.diagnose(rejected[0]).failure.code).toBe(-21);
    await arrival();
  });

  test("the sign-in window opens inside the click, and is led on when the code is there", async () => {
    const browser = fakeBrowser(() => 0);
    const { popupReauth } = await import("../../src/flows/popupReauth.js");
    const flow = popupReauth({ clientId: "1", redirectUri: "/back.html", exchange: async () => ({ accountId: "A" }) });
    const { client, reauth } = page({ reauth: flow });
    reauth.require(client.diagnose({ ret: -21 }));
    reauth.start();
    expect(browser.popups.map(({ address }) => address)).toEqual([""]);
    await arrival();
    await flush();
    expect(browser.popups).toHaveLength(1);
    expect(browser.popups[0]?.address).toMatch(/^https:\/\/graph\.qq\.com\/oauth2\.0\/authorize\?/);
    expect(reauth.getSnapshot().status).toBe("waiting");
    client.dispose();
    await flush();
    expect(browser.held().popups).toBe(0);
    vi.unstubAllGlobals();
  });
});
