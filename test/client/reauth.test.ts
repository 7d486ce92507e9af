import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, type Diagnosis } from "../../src/core.js";
import type { ReauthFlow, ReauthRequest } from "../../src/model/ReauthFlow.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Options = NonNullable<Parameters<typeof createTencentErrorClient>[0]>;

function page(options: Options = {}) {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, ...options });
  const { reauth } = client;
  const failure = (ret = -21): Diagnosis => client.diagnose({ ret });
  const end = async (...given: Parameters<typeof flow.end>): Promise<void> => {
    flow.end(...given);
    await vi.advanceTimersByTimeAsync(0);
  };
  const signIn = async (accountId?: string): Promise<void> => {
    reauth.start();
    await end({ status: "succeeded", accountId });
  };
  const types = (): readonly string[] => client.recentEvents().map(({ type }) => type);
  return { flow, client, reauth, failure, end, signIn, types, status: () => reauth.getSnapshot().status };
}

describe("the prompt", () => {
  test("opens once for all failures, and starts nothing by itself", async () => {
    const { reauth, failure, flow, types } = page();
    for (let call = 0; call < 500; call += 1) reauth.require(failure());
    await vi.advanceTimersByTimeAsync(1000);
    expect(reauth.getSnapshot()).toMatchObject({ status: "required", affected: 500 });
    expect(types().filter((type) => type === "reauth.required")).toHaveLength(1);
    expect(flow.starts).toBe(0);
  });

  test("counts a failure that is reported twice once", async () => {
    const { reauth, failure } = page();
    const same = failure();
    reauth.require(same);
    reauth.require(same);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reauth.getSnapshot().affected).toBe(1);
  });

  test("updates its counts a few times a second while failures keep coming", async () => {
    const { reauth, failure } = page();
    const told = vi.fn();
    reauth.subscribe(told);
    for (let ms = 0; ms < 2000; ms += 1) {
      reauth.require(failure());
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(told.mock.calls.length).toBeLessThanOrEqual(11);
  });

  test("knows of a held change at once, so that who closes it discards none", async () => {
    const { client, reauth } = page();
    void client.guard(async () => client.unwrap({ ret: -21 }))();
    await vi.advanceTimersByTimeAsync(0);
    expect(reauth.getSnapshot()).toMatchObject({ status: "required", changes: 1 });
  });

  test("ignores a failure from before the success", async () => {
    const { reauth, failure, signIn } = page();
    reauth.require(failure());
    await signIn();
    const told = vi.fn();
    reauth.subscribe(told);
    const before = reauth.getSnapshot();
    reauth.require(failure(-23), before.epoch - 1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).not.toHaveBeenCalled();
    expect(reauth.getSnapshot()).toBe(before);
  });

  test("notifies no listener when nothing changes", () => {
    const { reauth } = page();
    const told = vi.fn();
    reauth.subscribe(told);
    reauth.cancel();
    reauth.resume();
    expect(told).not.toHaveBeenCalled();
  });

  test("does not come back by a failure after a dismissal, but at a click", async () => {
    const { reauth, failure, flow, status } = page();
    reauth.require(failure());
    reauth.cancel();
    await vi.advanceTimersByTimeAsync(3_600_000);
    reauth.require(failure());
    expect(status()).toBe("cancelled");
    reauth.start();
    expect(status()).toBe("opening");
    expect(flow.starts).toBe(1);
  });

  test.each([
    ["another person", "ann", "bob"],
    ["the same person, after a log-out", "ann", "ann"],
    ["a person, where the app forgot the first one at the failure", undefined, "bob"],
  ])("a log-out's cancel is no dismissal of %s", async (_who, atCancel, next) => {
    let me: string | undefined = "ann";
    const { client, reauth, failure, status } = page({ accountId: () => me });
    const poll = async (): Promise<void> => client.guard(async (_: unknown) => undefined)({ queryKey: ["poll"] });
    await poll();
    reauth.require(failure());
    me = atCancel;
    reauth.cancel();
    reauth.require(failure());
    expect(status()).toBe("cancelled");
    me = undefined;
    await poll();
    me = next;
    await poll();
    reauth.require(failure());
    expect(status()).toBe("required");
  });

  test("is idle on every server", () => {
    const { reauth, failure } = page();
    reauth.require(failure());
    expect(reauth.getServerSnapshot()).toMatchObject({ status: "idle", affected: 0, epoch: 0 });
    expect(reauth.getServerSnapshot()).toBe(createTencentErrorClient().reauth.getSnapshot());
  });

  test("survives a listener that throws", () => {
    const { reauth, failure, status } = page();
    const thrown: unknown[] = [];
    vi.stubGlobal("reportError", (error: unknown) => thrown.push(error));
    const told = vi.fn();
    reauth.subscribe(() => {
      throw new Error("the app's own");
    });
    const off = reauth.subscribe(told);
    reauth.require(failure());
    off();
    off();
    vi.unstubAllGlobals();
    expect(thrown).toEqual([new Error("the app's own")]);
    expect(told).toHaveBeenCalledOnce();
    expect(status()).toBe("required");
  });
});

describe("the loop guard", () => {
  test("stops at the same code within a minute of a success", { tags: ["F24"] }, async () => {
    const { reauth, failure, signIn } = page();
    reauth.require(failure());
    await signIn();
    await vi.advanceTimersByTimeAsync(59_000);
    reauth.require(failure());
    expect(reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "loop" });
  });

  test("asks again after that minute, and for another code", async () => {
    const { reauth, failure, signIn, status } = page();
    reauth.require(failure());
    await signIn();
    reauth.require(failure(-20));
    expect(status()).toBe("required");
    await signIn();
    await vi.advanceTimersByTimeAsync(61_000);
    reauth.require(failure());
    expect(status()).toBe("required");
  });

  test("knows every code that a success was meant to heal", async () => {
    const { reauth, failure, signIn } = page();
    reauth.require(failure(-21));
    reauth.require(failure(-23));
    await signIn();
    reauth.require(failure(-23));
    expect(reauth.getSnapshot().reason).toBe("loop");
  });

  test("treats a dismissed code as not healed", async () => {
    const { reauth, failure, signIn, status } = page();
    reauth.require(failure(-21));
    reauth.cancel();
    reauth.startFor(failure(-20));
    reauth.cancel();
    await signIn();
    reauth.require(failure(-21));
    expect(status()).toBe("required");
  });

  test("ignores a person's click on a notice: the flow starts, and nothing else is shown before", async () => {
    const { reauth, failure, signIn, flow } = page();
    reauth.require(failure());
    await signIn();
    const seen: unknown[] = [];
    reauth.subscribe(() => seen.push(reauth.getSnapshot().status));
    reauth.startFor(failure());
    expect(seen).toEqual(["opening"]);
    expect(flow.starts).toBe(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reauth.getSnapshot().affected).toBe(1);
  });

  test("allows three starts in five minutes", async () => {
    const { reauth, flow, end, status } = page();
    for (let start = 0; start < 5; start += 1) {
      reauth.start();
      await end({ status: "failed", reason: "popupBlocked" });
    }
    expect(flow.starts).toBe(3);
    expect(reauth.getSnapshot().reason).toBe("loop");
    await vi.advanceTimersByTimeAsync(300_001);
    reauth.start();
    expect(flow.starts).toBe(4);
    expect(status()).toBe("opening");
  });
});

describe("a flow", () => {
  /** A flow that hands its request to the test. */
  function opened(outcome: () => Promise<never> = () => new Promise(() => undefined)) {
    let request: ReauthRequest | undefined;
    const focus = vi.fn();
    const paste = vi.fn();
    const flow: ReauthFlow = {
      kind: "test",
      start(given) {
        request = given;
        return { outcome: outcome(), focus, paste };
      },
    };
    const parts = page({ reauth: flow });
    parts.reauth.start();
    return { ...parts, focus, paste, request: request as ReauthRequest };
  }

  test("focuses its window at a second click, and starts anew once that seems closed", { tags: ["F21"] }, () => {
    const { reauth, focus, request, status } = opened();
    reauth.start();
    expect(focus).toHaveBeenCalledOnce();
    request.onProgress({ status: "waiting", windowClosed: true });
    reauth.start();
    expect(request.signal.aborted).toBe(true);
    expect(status()).toBe("opening");
  });

  test("is ignored after its end", async () => {
    const { flow, reauth, end } = page();
    reauth.start();
    await end({ status: "failed", reason: "denied" });
    flow.progress({ status: "waiting", windowClosed: true });
    expect(reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "denied", windowClosed: false });
  });

  test("is aborted by a dismissal, and its late success is ignored", async () => {
    const { reauth, flow, end, status } = page();
    reauth.start();
    reauth.cancel();
    await end({ status: "succeeded" });
    expect(status()).toBe("cancelled");
    expect(reauth.getSnapshot().epoch).toBe(0);
    expect(flow.starts).toBe(1);
  });

  const crash = new RangeError("secret=1");
  test.each([
    [
      "throws",
      (): never => {
        throw crash;
      },
    ],
    ["rejects", () => Promise.reject(crash)],
  ])("that %s ends as a failure", async (_how, outcome) => {
    const { reauth, client } = opened(outcome);
    await vi.advanceTimersByTimeAsync(0);
    expect(reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "unsupported" });
    expect(client.recentEvents()).toContainEqual(
      expect.objectContaining({ type: "internal.error", detail: "RangeError" }),
    );
    expect(JSON.stringify(client.recentEvents())).not.toContain("secret");
  });

  test.each<[string, () => unknown]>([
    ["gives nothing", () => undefined],
    ["gives null", () => null],
    ["is async", async () => ({ status: "succeeded", accountId: "ann" })],
    ["gives no outcome", () => ({})],
    ["ends in nothing", () => ({ outcome: Promise.resolve() })],
    ["ends in another word", () => ({ outcome: Promise.resolve({ status: "success" }) })],
  ])("of the app's own that %s, where no types watch, ends as a failure", async (_how, start) => {
    const flow: object = { kind: "own", start };
    const { reauth, failure } = page({ reauth: flow as ReauthFlow });
    reauth.require(failure());
    reauth.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "unsupported", epoch: 0 });
  });

  test("counts as signed in when the person says so", () => {
    const { reauth, request } = opened();
    request.onProgress({ status: "waiting", windowClosed: true });
    reauth.resume();
    expect(reauth.getSnapshot()).toMatchObject({ status: "succeeded", epoch: 1 });
    expect(request.signal.aborted).toBe(true);
  });

  test("reads what a person pastes", () => {
    const { reauth, paste } = opened();
    reauth.paste("100010");
    expect(paste).toHaveBeenCalledWith("100010");
    reauth.cancel();
    reauth.paste("again");
    expect(paste).toHaveBeenCalledOnce();
  });

  test("that is flooded with forged messages emits few events", () => {
    const { request, client } = opened();
    for (let message = 0; message < 10_000; message += 1) request.onRefusal("messageRefused");
    const refused = client.recentEvents().filter(({ type }) => type === "security.messageRefused");
    expect(refused.map(({ count }) => count)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192]);
  });

  test("that is not configured can't be started", () => {
    const { reauth } = page({ reauth: undefined });
    reauth.start();
    expect(reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "unsupported" });
  });
});

describe("the account guard", () => {
  test("reports every change to the app, also when the first account comes back", async () => {
    let known = "ann";
    const onAccountChange = vi.fn(({ next }: { readonly next: string }) => void (known = next));
    const { reauth, signIn, status } = page({ accountId: () => known, onAccountChange });
    await signIn("bob");
    expect(reauth.getSnapshot()).toMatchObject({ reason: "accountMismatch", epoch: 1 });
    await signIn("ann");
    expect(status()).toBe("succeeded");
    expect(onAccountChange.mock.calls.map(([change]) => change)).toEqual([
      { previous: "ann", next: "bob" },
      { previous: "bob", next: "ann" },
    ]);
    await vi.advanceTimersByTimeAsync(300_000);
    await signIn("ann");
    expect(onAccountChange).toHaveBeenCalledTimes(2);
  });

  test("compares with the accepted account from then on, and asks it at once", async () => {
    const { reauth, signIn, status, failure } = page({ accountId: undefined });
    await signIn("ann");
    await signIn("bob");
    expect(reauth.getSnapshot().reason).toBe("accountMismatch");
    reauth.cancel();
    reauth.require(failure());
    expect(status()).toBe("required");
    await signIn("bob");
    expect(status()).toBe("succeeded");
  });

  test("continues when the app's own callbacks throw", async () => {
    const { reauth, client, signIn } = page({
      accountId: () => "ann",
      onAccountChange() {
        throw new TypeError("the app's own");
      },
    });
    await signIn("bob");
    expect(reauth.getSnapshot().reason).toBe("accountMismatch");
    expect(client.recentEvents()).toContainEqual(
      expect.objectContaining({ type: "internal.error", detail: "TypeError" }),
    );
  });

  test("treats an account without an id as no other account", async () => {
    const { signIn, status } = page({ accountId: () => "ann" });
    await signIn();
    expect(status()).toBe("succeeded");
  });
});
