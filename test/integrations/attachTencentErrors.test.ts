import {
  MutationCache,
  MutationObserver,
  onlineManager,
  QueryCache,
  QueryClient,
  QueryObserver,
  type QueryClientConfig,
} from "@tanstack/react-query";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, diagnose, TencentError } from "../../src/core.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "../client/fakeServer.js";
import { outcomesOf } from "../client/outcomesOf.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const runs = Number(process.env["FUZZ_RUNS"] ?? 100);

interface More {
  readonly latencyMs?: number;
  readonly enabled?: boolean;
  readonly refetchInterval?: number;
  readonly queryFn?: () => Promise<unknown>;
}

function page(config: QueryClientConfig = {}, options: Parameters<typeof createTencentErrorClient>[0] = {}) {
  const reauth = fakeReauth();
  const server = fakeServer();
  const client = createTencentErrorClient({ reauth, accountId: () => "ann", ...options });
  const queryClient = new QueryClient(config);
  const detach = attachTencentErrors(queryClient, client, {});
  const stops: (() => void)[] = [];
  /** Mounts a query whose answer takes `latencyMs`. */
  const mount = (name: string, more: More = {}) => {
    const { latencyMs, ...given } = more;
    const observer = new QueryObserver(queryClient, {
      queryKey: [name],
      queryFn: () => server.call(name, latencyMs),
      retry: tencentRetry(client),
      retryDelay: tencentRetryDelay(client),
      ...given,
    });
    const unmount = observer.subscribe(() => undefined);
    stops.push(unmount);
    return { observer, unmount };
  };
  const signIn = async (accountId: string | undefined = "ann"): Promise<void> => {
    client.reauth.start();
    server.signIn();
    reauth.end({ status: "succeeded", accountId });
    await vi.advanceTimersByTimeAsync(0);
  };
  const prompts = (): number => client.recentEvents().filter(({ type }) => type === "reauth.required").length;
  const close = (): void => {
    for (const stop of stops) stop();
    detach();
    queryClient.clear();
  };
  return { reauth, server, client, queryClient, detach, mount, signIn, prompts, close };
}

/** How many of the sorted times lie before `until`. */
function endOf(times: readonly number[], until: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < until) low = middle + 1;
    else high = middle;
  }
  return low;
}

const withStatus = (queryClient: QueryClient, status: string) =>
  queryClient
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.status === status);
const statusOf = (queryClient: QueryClient, name: string) => queryClient.getQueryState([name])?.status;

describe("after a sign-in", () => {
  test("three that failed together and one that failed late are fetched once more each", async () => {
    const { server, queryClient, mount, signIn, prompts, client, close } = page();
    server.revoke();
    for (const name of ["a", "b", "c"]) mount(name);
    mount("late", { latencyMs: 210 });
    await vi.advanceTimersByTimeAsync(110);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "required", affected: 3 });
    await signIn();
    await vi.advanceTimersByTimeAsync(5000);
    for (const name of ["a", "b", "c", "late"]) {
      expect(statusOf(queryClient, name)).toBe("success");
      expect(server.countOf(name)).toBe(2);
    }
    expect(prompts()).toBe(1);
    close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    ["100 queries of a fast server", 100, () => 5],
    ["1,000 queries of a slow server", 1000, () => 60],
    ["1,000 queries of a server that was stuck", 1000, (at: number) => (at < 1500 ? 1500 - at : 2)],
  ])(
    "no herd comes back: %s",
    async (_what, count, latencyOf) => {
      const { server, queryClient, mount, signIn } = page();
      server.revoke();
      const startedAt: number[] = [];
      let begin = NaN;
      let inFlight = 0;
      let mostInFlight = 0;
      const queryFn = async (): Promise<unknown> => {
        if (Number.isNaN(begin)) return server.call("all");
        const at = Date.now() - begin;
        startedAt.push(at);
        mostInFlight = Math.max(mostInFlight, (inFlight += 1));
        await new Promise((resolve) => setTimeout(resolve, latencyOf(at)));
        inFlight -= 1;
        return "healed";
      };
      for (let index = 0; index < count; index += 1) mount(`q${index}`, { queryFn });
      await vi.advanceTimersByTimeAsync(100);
      expect(server.calls).toHaveLength(count);
      begin = Date.now();
      await signIn();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(startedAt).toHaveLength(count);
      expect(withStatus(queryClient, "success")).toHaveLength(count);
      expect(mostInFlight).toBeLessThanOrEqual(20);
      // the widest run of starts, in order of time, that fits into any 100 ms
      const fullest = Math.max(...startedAt.map((from, first) => endOf(startedAt, from + 100) - first));
      expect(fullest / count).toBeLessThanOrEqual(0.15);
    },
    60_000,
  );

  test("a query that a boundary has unmounted is fetched as well, and one that is gone is not", async () => {
    const { server, queryClient, mount, signIn } = page();
    server.revoke();
    const mounted = [mount("boundary"), mount("gone")];
    await vi.advanceTimersByTimeAsync(20);
    for (const { unmount } of mounted) unmount();
    queryClient.removeQueries({ queryKey: ["gone"] });
    await signIn();
    await vi.advanceTimersByTimeAsync(1000);
    expect(statusOf(queryClient, "boundary")).toBe("success");
    expect(server.countOf("gone")).toBe(1);
  });

  test("a query that was switched off stays off, and one that a person fetched by hand is fetched", async () => {
    const { server, queryClient, mount, signIn } = page();
    server.revoke();
    const { observer } = mount("switched");
    const byHand = mount("hand", { enabled: false });
    void byHand.observer.refetch();
    await vi.advanceTimersByTimeAsync(20);
    observer.setOptions({ queryKey: ["switched"], queryFn: () => server.call("switched"), enabled: false });
    await signIn();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.countOf("switched")).toBe(1);
    expect(server.countOf("hand")).toBe(2);
    expect(statusOf(queryClient, "hand")).toBe("success");
  });

  test("a query that was fetched in the meantime is not fetched again", async () => {
    const { server, queryClient, mount, signIn } = page();
    server.revoke();
    for (let index = 0; index < 40; index += 1) mount(`q${index}`);
    await vi.advanceTimersByTimeAsync(20);
    await signIn();
    void queryClient.refetchQueries({ queryKey: ["q39"] });
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.countOf("q39")).toBe(2);
  });
});

describe("after a sign-in, too", () => {
  test("a query that failed anew in the meantime is not fetched again", async () => {
    const { server, mount, signIn } = page();
    server.revoke();
    for (let index = 0; index < 100; index += 1) mount(`q${index}`);
    const queryFn = vi.fn(async () => server.call("last"));
    const { observer } = mount("last", { queryFn });
    await vi.advanceTimersByTimeAsync(20);
    queryFn.mockClear().mockRejectedValue(new TencentError(diagnose({ ret: -3 })));
    await signIn();
    void observer.refetch();
    await vi.advanceTimersByTimeAsync(5000);
    expect(queryFn).toHaveBeenCalledOnce();
  });

  test("nothing more is fetched once it is detached", async () => {
    const { server, detach, mount, signIn } = page();
    server.revoke();
    for (let index = 0; index < 100; index += 1) mount(`q${index}`);
    await vi.advanceTimersByTimeAsync(20);
    await signIn();
    await vi.advanceTimersByTimeAsync(50);
    const before = server.calls.length;
    expect(before).toBeLessThan(200);
    detach();
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.calls).toHaveLength(before);
  });
});

describe("while the prompt is open", () => {
  test("focus, a new network and intervals fetch nothing", async () => {
    const { server, queryClient, mount, client, signIn } = page();
    server.revoke();
    mount("a", { refetchInterval: 1000 });
    await vi.advanceTimersByTimeAsync(100);
    const query = queryClient.getQueryCache().find({ queryKey: ["a"] });
    const { error } = query?.state ?? {};
    queryClient.getQueryCache().onFocus();
    queryClient.getQueryCache().onOnline();
    await vi.advanceTimersByTimeAsync(5000);
    expect(query?.state).toMatchObject({ status: "error", fetchStatus: "idle", error });
    expect(client.reauth.getSnapshot().affected).toBe(1);
    await signIn();
    await vi.advanceTimersByTimeAsync(20);
    expect(query?.state.status).toBe("success");
  });

  test("a guarded query is not sent at all", async () => {
    const { server, queryClient, client, signIn } = page();
    server.revoke();
    const queryFn = client.guard(async (_context: unknown) => server.call("a"));
    new QueryObserver(queryClient, { queryKey: ["a"], queryFn, retry: false }).subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(20);
    for (let focus = 0; focus < 10; focus += 1) {
      queryClient.getQueryCache().onFocus();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(server.calls).toEqual(["a"]);
    await signIn();
    await vi.advanceTimersByTimeAsync(20);
    expect(server.calls).toEqual(["a", "a"]);
    expect(statusOf(queryClient, "a")).toBe("success");
  });
});

describe("a server that never accepts", () => {
  test("gets two calls a query for each success, and starts at most three sign-ins", async () => {
    const { server, reauth, client, mount } = page();
    server.revoke();
    for (const name of ["a", "b", "c"]) mount(name);
    for (let round = 0; round < 20; round += 1) {
      await vi.advanceTimersByTimeAsync(2000);
      client.reauth.start();
      reauth.end({ status: "succeeded" });
    }
    await vi.advanceTimersByTimeAsync(2000);
    expect(reauth.starts).toBe(3);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "loop" });
    for (const name of ["a", "b", "c"]) expect(server.countOf(name)).toBeLessThanOrEqual(1 + reauth.starts);
  });
});

describe("another account", () => {
  test("sees nothing of the first one, and `onAccountChange` is called before", { tags: ["T35", "F23"] }, async () => {
    const order: string[] = [];
    const { server, queryClient, mount, signIn, client } = page(
      {},
      {
        accountId: () => "ann",
        onAccountChange: () => void order.push(JSON.stringify(queryClient.getQueryData(["mine"]))),
      },
    );
    const { observer } = mount("mine");
    queryClient.setQueryData(["unwatched"], "ann's");
    await vi.advanceTimersByTimeAsync(20);
    server.revoke();
    void observer.refetch();
    await vi.advanceTimersByTimeAsync(20);
    expect(observer.getCurrentResult()).toMatchObject({ data: "mine:1", isError: true });
    const seen: unknown[] = [];
    observer.subscribe(({ data }) => seen.push(data));
    await signIn("bob");
    expect(order).toEqual(['"mine:1"']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).not.toContain("mine:1");
    expect(queryClient.getQueryData(["unwatched"])).toBeUndefined();
    expect(client.reauth.getSnapshot().reason).toBe("accountMismatch");
    // nor anything of the second one, until that was chosen
    const late = mount("late").observer;
    await vi.advanceTimersByTimeAsync(1000);
    expect([observer, late].map((each) => each.getCurrentResult().data)).toEqual([undefined, undefined]);
    expect(server.calls).toEqual(["mine", "mine"]);
    client.reauth.cancel();
    await vi.advanceTimersByTimeAsync(1000);
    expect([observer, late].map((each) => each.getCurrentResult().data)).toEqual(["mine:2", "late:2"]);
  });
});

describe("another account, accepted or not,", () => {
  test("gets nothing sent that the first one's offline page kept", async () => {
    const { server, queryClient, signIn } = page({}, { accountId: () => "ann" });
    onlineManager.setOnline(false);
    const observer = new MutationObserver(queryClient, { mutationFn: () => server.call("ann's change") });
    outcomesOf([observer.mutate()]);
    await vi.advanceTimersByTimeAsync(20);
    await signIn("bob");
    onlineManager.setOnline(true);
    void queryClient.resumePausedMutations();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.calls).toEqual([]);
  });

  test("keeps its own data once it was accepted", async () => {
    const { server, client, queryClient, mount, signIn } = page();
    await signIn("ann");
    await signIn("bob");
    client.reauth.cancel();
    const { observer } = mount("mine");
    await vi.advanceTimersByTimeAsync(20);
    server.revoke();
    void observer.refetch();
    queryClient.setQueryData(["other"], "bob's");
    await vi.advanceTimersByTimeAsync(20);
    await signIn("bob");
    expect(queryClient.getQueryData(["other"])).toBe("bob's");
    expect(observer.getCurrentResult().data).toBe("mine:1");
    await vi.advanceTimersByTimeAsync(1000);
    expect(observer.getCurrentResult().data).toBe("mine:2");
  });
});

describe("the host", () => {
  test(
    "keeps its caches, defaults and callbacks, also when they throw",
    { tags: ["F75"] },
    async ({ onTestFinished }) => {
      // TanStack Query 5.0 doesn't catch errors of a host's callback, with or without the kit
      const listeners = process.listeners("unhandledRejection");
      process.removeAllListeners("unhandledRejection").on("unhandledRejection", () => undefined);
      onTestFinished(() => {
        process.removeAllListeners("unhandledRejection");
        for (const listener of listeners) process.on("unhandledRejection", listener);
      });
      const onError = vi.fn(() => {
        throw new Error("the host's own");
      });
      const defaultOptions = { queries: { staleTime: 5 } };
      const queryCache = new QueryCache({ onError });
      const mutationCache = new MutationCache();
      const before = { ...queryCache.config };
      const { server, client, queryClient, mount, signIn } = page({ queryCache, mutationCache, defaultOptions });
      server.revoke();
      mount("a");
      await vi.advanceTimersByTimeAsync(20);
      expect(onError).toHaveBeenCalledOnce();
      expect(client.reauth.getSnapshot().status).toBe("required");
      expect(client.diagnose(queryClient.getQueryState(["a"])?.error).failure.code).toBe(-21);
      await signIn();
      await vi.advanceTimersByTimeAsync(1000);
      expect(statusOf(queryClient, "a")).toBe("success");
      expect(queryCache.config).toEqual(before);
      expect(queryClient.getDefaultOptions()).toBe(defaultOptions);
      expect(queryClient.getMutationCache()).toBe(mutationCache);
    },
  );

  test("may attach twice, as StrictMode and two providers do, and detach as often as it likes", async () => {
    const { server, client, queryClient, detach, mount, signIn } = page();
    const again = attachTencentErrors(queryClient, client);
    server.revoke();
    mount("a");
    await vi.advanceTimersByTimeAsync(20);
    detach();
    detach();
    await signIn();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.countOf("a")).toBe(2);
    expect(statusOf(queryClient, "a")).toBe("success");
    again();
    again();
    server.revoke();
    void queryClient.refetchQueries();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(client.reauth.getSnapshot().status).toBe("succeeded");
  });

  test("loses nothing between detaching and attaching", async () => {
    const { server, client, queryClient, detach, mount, signIn } = page();
    server.revoke();
    mount("a");
    await vi.advanceTimersByTimeAsync(20);
    detach();
    attachTencentErrors(queryClient, client);
    await signIn();
    await vi.advanceTimersByTimeAsync(1000);
    expect(statusOf(queryClient, "a")).toBe("success");
  });

  test("is left without timers and listeners", async () => {
    const { server, client, queryClient, mount, signIn, close } = page();
    server.revoke();
    for (let index = 0; index < 200; index += 1) mount(`q${index}`);
    await vi.advanceTimersByTimeAsync(20);
    await signIn();
    close();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(queryClient.getQueryCache().hasListeners()).toBe(false);
    expect(queryClient.getMutationCache().hasListeners()).toBe(false);
    expect(client.board.getGroups()).toEqual([]);
  });

  test("has two clients on one cache", async () => {
    const first = page();
    const second = createTencentErrorClient({ reauth: fakeReauth() });
    attachTencentErrors(first.queryClient, second);
    first.server.revoke();
    first.mount("a");
    await vi.advanceTimersByTimeAsync(20);
    expect([first.client, second].map(({ reauth }) => reauth.getSnapshot().status)).toEqual(["required", "required"]);
    await first.signIn();
    await vi.advanceTimersByTimeAsync(1000);
    expect(first.server.countOf("a")).toBe(2);
  });
});

describe("a mutation", () => {
  test("without a guard opens the prompt and keeps its failure", async () => {
    const { server, client, queryClient, prompts } = page();
    server.revoke();
    const observer = new MutationObserver(queryClient, { mutationFn: () => server.call("change") });
    const outcomes = outcomesOf([observer.mutate()]);
    await vi.advanceTimersByTimeAsync(20);
    expect(outcomes.rejected).toHaveLength(1);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "required", affected: 1 });
    expect(prompts()).toBe(1);
  });

  test("under a guard resolves its original promise", async () => {
    const { server, client, queryClient, signIn } = page();
    server.revoke();
    const mutationFn = client.guard((name: string, _context?: unknown) => server.call(name), { replay: "auto" });
    const onSuccess = vi.fn();
    const observer = new MutationObserver(queryClient, { mutationFn: (name: string) => mutationFn(name), onSuccess });
    const outcomes = outcomesOf([observer.mutate("change")]);
    await vi.advanceTimersByTimeAsync(20);
    expect(outcomes).toEqual({ resolved: [], rejected: [] });
    await signIn();
    await vi.advanceTimersByTimeAsync(20);
    expect(outcomes.resolved).toEqual(["change:2"]);
    expect(onSuccess).toHaveBeenCalledOnce();
  });

  test("is replayed by its meta, and asked about where the library passes no meta", async () => {
    const { server, client, queryClient, signIn } = page();
    server.revoke();
    let told: unknown;
    const send = (name: string, context?: unknown): Promise<string> => {
      told = context;
      return server.call(name);
    };
    const meta = { tencent: { idempotent: true } };
    const observer = new MutationObserver(queryClient, { mutationFn: client.guard(send), meta });
    const outcomes = outcomesOf([observer.mutate("change")]);
    await vi.advanceTimersByTimeAsync(20);
    await signIn();
    await vi.advanceTimersByTimeAsync(20);
    const toConfirm = told === undefined ? 1 : 0;
    expect(client.reauth.getSnapshot().toConfirm).toBe(toConfirm);
    expect(outcomes.resolved).toHaveLength(1 - toConfirm);
  });
});

describe("any schedule of failures, focuses and successes", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("mount" as const), latencyMs: fc.integer({ min: 0, max: 400 }) }),
    fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 500 }) }),
    fc.record({ kind: fc.constantFrom("focus" as const, "online" as const) }),
  );

  test("has one prompt and recovers each query with one more fetch", { tags: ["P21"], timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(step, { maxLength: 15 }), async (before, after) => {
        const { server, queryClient, mount, signIn, prompts, close } = page();
        server.revoke();
        let mounted = 0;
        const play = async (steps: typeof before): Promise<void> => {
          for (const each of steps) {
            if (each.kind === "mount") mount(`q${mounted++}`, { latencyMs: each.latencyMs });
            else if (each.kind === "wait") await vi.advanceTimersByTimeAsync(each.ms);
            else if (each.kind === "focus") queryClient.getQueryCache().onFocus();
            else queryClient.getQueryCache().onOnline();
          }
        };
        mount("first", { latencyMs: 0 });
        await play(before);
        await vi.advanceTimersByTimeAsync(1);
        const asked = new Map(server.calls.map((name) => [name, server.countOf(name)]));
        const failedBefore = withStatus(queryClient, "error").map(({ queryKey }) => queryKey[0]);
        await signIn();
        await vi.advanceTimersByTimeAsync(8000);
        expect(prompts()).toBe(1);
        expect(withStatus(queryClient, "success")).toHaveLength(mounted + 1);
        for (const name of failedBefore) expect(server.countOf(String(name))).toBe((asked.get(String(name)) ?? 0) + 1);
        await play(after);
        await vi.advanceTimersByTimeAsync(8000);
        expect(prompts()).toBe(1);
        close();
      }),
      { numRuns: runs },
    );
  });
});
