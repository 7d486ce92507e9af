import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient, type Diagnosis, type TencentErrorClient } from "../../src/core.js";
import { fakeReauth, type FakeReauth } from "../../src/testing/fakeReauth.js";
import { patience } from "../patience.js";

/** One tab of the app: its own client. Channels and locks are the browser's, which treats two clients of a page as two tabs. */
interface Tab {
  readonly client: TencentErrorClient;
  readonly flow: FakeReauth;
  readonly failure: (ret?: number) => Diagnosis;
  readonly fail: (ret?: number) => void;
  readonly state: () => string;
}

let app = "";
beforeEach(() => (app = `app ${crypto.randomUUID()}`));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function tab(options: Parameters<typeof createTencentErrorClient>[0] = {}, sharedAs: string | undefined = app): Tab {
  const flow = fakeReauth();
  // a getter would be read once by a spread
  const reauth = { kind: "fake", sharedAs, start: flow.start.bind(flow) };
  const client = createTencentErrorClient({ reauth, accountId: () => "ann", ...options });
  const failure = (ret = -21): Diagnosis => client.diagnose({ ret });
  const state = (): string => {
    const { status, reason, elsewhere } = client.reauth.getSnapshot();
    return elsewhere ? "elsewhere" : (reason ?? status);
  };
  return { client, flow, failure, fail: (ret) => client.reauth.require(failure(ret)), state };
}

const states = (tabs: readonly Tab[]): readonly string[] => tabs.map(({ state }) => state());

async function locks(): Promise<number> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].filter(({ name }) => name?.includes(app)).length;
}

/** All tabs have failed, and the first one signs in. */
async function oneSignsIn(tabs: readonly Tab[]): Promise<void> {
  for (const { fail } of tabs) fail();
  tabs[0]?.client.reauth.start();
  await expect.poll(() => states(tabs.slice(1))).toEqual(tabs.slice(1).map(() => "elsewhere"));
}

test("while one tab signs in the others show so, and its success heals them all", { tags: ["F22"] }, async () => {
  const tabs = Array.from({ length: 8 }, () => tab());
  const sent = vi.fn<() => Promise<string>>();
  for (const { client } of tabs)
    void client.guard(sent.mockRejectedValueOnce({ ret: -21 }).mockResolvedValue("sent"), { replay: "auto" })();
  await oneSignsIn(tabs);
  tabs[0]?.flow.end({ status: "succeeded", accountId: "ann" });
  await expect.poll(() => states(tabs)).toEqual(tabs.map(() => "succeeded"));
  expect(tabs.map(({ client }) => client.reauth.getSnapshot().epoch)).toEqual(tabs.map(() => 1));
  expect(tabs.map(({ flow }) => flow.starts)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  await expect.poll(() => sent.mock.calls.length).toBe(16);
  await expect.poll(locks).toBe(0);
});

test.each(["cancelled", "failed"] as const)(
  "after a sign-in is %s in one tab, the others can start one",
  async (status) => {
    const [first, second] = [tab(), tab()];
    await oneSignsIn([first, second]);
    first.flow.end(status === "failed" ? { status, reason: "denied" } : { status });
    await expect.poll(second.state).toBe("required");
    await expect.poll(locks).toBe(0);
  },
);

test("a person can take over, and the first tab lets go", async () => {
  const [first, second, third] = [tab(), tab(), tab()];
  await oneSignsIn([first, second, third]);
  second.client.reauth.start();
  await expect.poll(first.state).toBe("elsewhere");
  expect(second.state()).toBe("opening");
  second.flow.end({ status: "succeeded" });
  await expect.poll(() => states([first, second, third])).toEqual(["succeeded", "succeeded", "succeeded"]);
  first.flow.end({ status: "succeeded" });
  expect(first.client.reauth.getSnapshot().epoch).toBe(1);
});

test("of two tabs that start at once one gets the lock", { tags: ["F20"] }, async () => {
  const tabs = [tab(), tab(), tab()];
  for (const { fail, client } of tabs) {
    fail();
    client.reauth.start();
  }
  await expect.poll(() => [...states(tabs)].sort()).toEqual(["elsewhere", "elsewhere", "opening"]);
});

test("a tab that fails while another signs in, or right after, is healed too", async () => {
  const [first, second, third] = [tab(), tab(), tab()];
  first.fail();
  first.client.reauth.start();
  await expect.poll(locks).toBe(1);
  second.fail();
  await expect.poll(second.state).toBe("elsewhere");
  first.flow.end({ status: "succeeded" });
  third.fail();
  await expect.poll(third.state).toBe("succeeded");
  // a failure after that is not healed by the same message
  third.fail();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(third.state()).toBe("required");
});

test("a tab whose session is its own gets a prompt again, and no loop", async () => {
  const [first, second] = [tab(), tab()];
  await oneSignsIn([first, second]);
  first.flow.end({ status: "succeeded" });
  await expect.poll(second.state).toBe("succeeded");
  second.fail();
  expect(second.state()).toBe("required");
  first.fail();
  expect(first.state()).toBe("loop");
});

test("a sign-in with another account heals no other tab", async () => {
  const onAccountChange = vi.fn();
  const first = tab({ accountId: () => "ann" });
  const second = tab({ accountId: () => "ann", onAccountChange });
  await oneSignsIn([first, second]);
  const held = second.client.guard(async () => second.client.unwrap<unknown>({ ret: -21 }))();
  const rejected = expect(held).rejects.toMatchObject({ diagnosis: { category: "cancelled" } });
  first.flow.end({ status: "succeeded", accountId: "bob" });
  await expect.poll(second.state).toBe("accountMismatch");
  await rejected;
  expect(first.state()).toBe("accountMismatch");
  expect(onAccountChange).toHaveBeenCalledExactlyOnceWith({ previous: "ann", next: "bob" });
});

test("two apps of one origin, and flows without `sharedAs`, share nothing", async () => {
  const [first, second, third] = [tab(), tab({}, `${app}2`), tab({}, "")];
  for (const { fail } of [first, second, third]) fail();
  first.client.reauth.start();
  await expect.poll(locks).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(states([first, second, third])).toEqual(["opening", "required", "required"]);
});

test.each<readonly [string, unknown]>([
  ["nothing", null],
  ["text", "renewed"],
  ["another version", { v: 2, kind: "renewed", id: 1 }],
  ["another kind", { v: 1, kind: "constructor", id: 1 }],
  ["no kind", { v: 1 }],
])("a message that is %s changes nothing", async (_what, message) => {
  const first = tab();
  first.fail();
  const stranger = new BroadcastChannel(`te-tabs ${app}`);
  stranger.postMessage(message);
  stranger.postMessage({ v: 1, kind: "renewed", id: 7, accountId: { toString: "no" } });
  await expect.poll(first.state).toBe("succeeded");
  stranger.close();
  expect(first.client.reauth.getSnapshot().epoch).toBe(1);
});

const nothing = (): never => {
  throw new Error("none here");
};

test.each<readonly [string, () => void]>([
  ["no channel", () => vi.stubGlobal("BroadcastChannel", undefined)],
  ["a channel that throws", () => vi.stubGlobal("BroadcastChannel", nothing)],
])("with %s each tab is on its own", async (_what, break_) => {
  break_();
  const [first, second] = [tab(), tab()];
  for (const { fail } of [first, second]) fail();
  first.client.reauth.start();
  first.flow.end({ status: "succeeded" });
  await expect.poll(first.state).toBe("succeeded");
  expect(second.state()).toBe("required");
  second.client.reauth.start();
  second.flow.end({ status: "succeeded" });
  await expect.poll(second.state).toBe("succeeded");
  expect(first.client.recentEvents().filter(({ type }) => type === "internal.error")).toEqual([]);
});

test.each<readonly [string, unknown]>([
  ["no locks", undefined],
  ["locks that never answer", { request: () => new Promise(() => undefined) }],
  ["locks that are refused", { request: () => Promise.reject(new DOMException("no", "SecurityError")) }],
])("with %s the tabs still tell each other", async (_what, value) => {
  const spy = vi.spyOn(navigator, "locks", "get").mockReturnValue(value as LockManager);
  const [first, second] = [tab(), tab()];
  spy.mockRestore();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  for (const { fail } of [first, second]) fail();
  first.client.reauth.start();
  vi.advanceTimersByTime(3000);
  await vi.waitUntil(() => second.state() === "elsewhere", patience);
  second.client.reauth.start();
  vi.advanceTimersByTime(3000);
  await expect.poll(first.state).toBe("elsewhere");
  second.client.reauth.cancel();
  await expect.poll(first.state).toBe("required");
  first.client.reauth.start();
  first.flow.end({ status: "succeeded" });
  await expect.poll(first.state).toBe("succeeded");
});

const noLocks: unknown = undefined;

test("without locks one of eight tabs that start at once signs in, and the others wait for it", async () => {
  const spy = vi.spyOn(navigator, "locks", "get").mockReturnValue(noLocks as LockManager);
  const tabs = Array.from({ length: 8 }, () => tab());
  spy.mockRestore();
  for (const { fail, client } of tabs) {
    fail();
    client.reauth.start();
  }
  const others = Array.from({ length: 7 }, () => "elsewhere");
  await expect.poll(() => [...states(tabs)].sort()).toEqual([...others, "opening"]);
  const one = tabs.findIndex(({ state }) => state() === "opening");
  tabs[one]?.flow.end({ status: "succeeded" });
  await expect.poll(() => states(tabs)).toEqual(tabs.map(() => "succeeded"));
});

test("without locks a tab that takes over keeps the sign-in when it hears late of the one before", async () => {
  const spy = vi.spyOn(navigator, "locks", "get").mockReturnValue(noLocks as LockManager);
  const [first, second] = [tab(), tab()];
  spy.mockRestore();
  await oneSignsIn([first, second]);
  // another tab asks who signs in, before the first one has heard of the second
  const third = new BroadcastChannel(`te-tabs ${app}`);
  third.postMessage({ v: 1, kind: "ask" });
  second.client.reauth.start();
  await expect.poll(first.state).toBe("elsewhere");
  expect(second.state()).toBe("opening");
  third.close();
});

test("a lock that is refused while the page opens its window is asked for again, and held", async () => {
  const { request } = navigator.locks;
  let isOpening = true;
  const spy = vi.spyOn(navigator.locks, "request").mockImplementation(async (...args: unknown[]) => {
    if (isOpening && (args[1] as LockOptions).steal === true) {
      isOpening = false;
      throw new Error("The provided callback is no longer runnable.");
    }
    return (request as (...all: unknown[]) => Promise<unknown>).apply(navigator.locks, args);
  });
  const [first, second] = [tab(), tab()];
  await oneSignsIn([first, second]);
  // one is held, the other is waited for
  await expect.poll(locks).toBe(2);
  expect(second.state()).toBe("elsewhere");
  first.flow.end({ status: "succeeded" });
  await expect.poll(second.state).toBe("succeeded");
  await expect.poll(locks).toBe(0);
  spy.mockRestore();
});

test("F40: locks that never answer are waited for three seconds and no longer", async () => {
  const spy = vi
    .spyOn(navigator, "locks", "get")
    .mockReturnValue({ request: () => new Promise(() => undefined) } as never);
  const first = tab();
  spy.mockRestore();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const heard: unknown[] = [];
  const [listener, marker] = [new BroadcastChannel(`te-tabs ${app}`), new BroadcastChannel(`te-tabs ${app}`)];
  listener.onmessage = ({ data }) => heard.push((data as { kind: string }).kind);
  const hearAll = async (): Promise<unknown> => {
    marker.postMessage({ kind: "mark" });
    await expect.poll(() => heard).toContain("mark");
    return heard.splice(0).filter((kind) => kind !== "mark");
  };
  first.fail();
  first.client.reauth.start();
  vi.advanceTimersByTime(2999);
  expect(await hearAll()).toEqual(["ask"]);
  vi.advanceTimersByTime(1);
  expect(await hearAll()).toEqual(["begun"]);
  for (const channel of [listener, marker]) channel.close();
});

test(
  "F40: a lock that a frozen tab holds is taken from it at once, and free after the sign-in",
  { tags: ["F40"] },
  async () => {
    const lost = vi.fn();
    const frozen = new Promise<void>((resolve) => {
      // holds it for ever and handles no message
      navigator.locks.request(`te-tabs ${app}`, () => (resolve(), new Promise(() => undefined))).catch(lost);
    });
    await frozen;
    const [first, second] = [tab(), tab()];
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await oneSignsIn([first, second]);
    expect([lost.mock.calls.length, first.state()]).toEqual([1, "opening"]);
    first.flow.end({ status: "succeeded" });
    await expect.poll(second.state).toBe("succeeded");
    vi.useRealTimers();
    await expect.poll(locks).toBe(0);
  },
);

test("a page that is left holds no lock, and works again when it comes back", async () => {
  const [first, second] = [tab(), tab()];
  await oneSignsIn([first, second]);
  second.client.reauth.cancel();
  window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
  await expect.poll(locks).toBe(0);
  second.fail();
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  await expect.poll(locks).toBe(1);
  first.flow.end({ status: "succeeded" });
  await expect.poll(first.state).toBe("succeeded");
});
