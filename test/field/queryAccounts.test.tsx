import {
  dehydrate,
  hydrate,
  keepPreviousData,
  MutationObserver,
  onlineManager,
  QueryClient,
  QueryObserver,
} from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose, TencentError } from "../../src/core.js";
import { attachTencentErrors, tencentRetry } from "../../src/query.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { queryPage } from "./queryPage.js";

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
    }),
);
afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

type Page = ReturnType<typeof queryPage>;

/** Ann's session is over, and Bob signs in. */
async function another(at: Page): Promise<void> {
  at.server.revoke();
  at.client.reauth.require(at.client.diagnose({ ret: -73 }));
  await at.signIn("bob");
}

describe("what one account read", () => {
  test("is not rolled back into the page by a change that was rejected", async () => {
    const at = queryPage();
    const { now } = at.show("list");
    await at.wait(20);
    at.server.revoke();
    const save = at.client.guard(async (_item: string) => at.server.call("save"));
    const observer = new MutationObserver(at.queryClient, {
      mutationFn: save,
      onMutate: (item: string) => {
        const previous = at.queryClient.getQueryData(["list"]);
        at.queryClient.setQueryData(["list"], `${String(previous)}+${item}`);
        return { previous };
      },
      onError: (_error, _item, context) => void at.queryClient.setQueryData(["list"], context?.previous),
    });
    outcomesOf([observer.mutate("x")]);
    await at.wait(200);
    expect(now().data).toBe("list:1+x");
    const seen: unknown[] = [];
    await at.signIn("bob");
    seen.push(now().data);
    for (let ms = 0; ms < 1000; ms += 5) {
      await at.wait(5);
      seen.push(now().data, at.queryClient.getQueryData(["list"]));
    }
    expect([...new Set(seen)]).toEqual([undefined, "list:2"]);
    expect(at.server.countOf("save")).toBe(1);
  });

  test.each([
    ["onError that waits", true, false],
    ["a caller that awaits", false, true],
  ])("is not rolled back late either: %s", async (_what, inOnError, inCaller) => {
    const at = queryPage();
    const shown = at.show("list");
    const gone = at.show("gone");
    await at.wait(20);
    gone.unmount();
    const rollBack = (): void => {
      for (const name of ["list", "gone"]) at.queryClient.setQueryData([name], `${name}:1`);
    };
    at.server.revoke();
    const observer = new MutationObserver(at.queryClient, {
      mutationFn: at.client.guard(async () => at.server.call("save")),
      onError: async () => {
        if (!inOnError) return;
        await new Promise((resolve) => setTimeout(resolve, 300));
        rollBack();
      },
    });
    observer.mutate().catch(() => {
      if (inCaller) rollBack();
    });
    await at.wait(200);
    await at.signIn("bob");
    for (let ms = 0; ms < 1000; ms += 10) {
      await at.wait(10);
      expect([undefined, "list:2"]).toContain(shown.now().data);
    }
    expect(shown.now().data).toBe("list:2");
    expect(at.queryClient.getQueryData(["gone"])).toBeUndefined();
  });

  test("is replaced where it came as initial data that never grows old", async () => {
    const at = queryPage();
    const { now } = at.show("me", { initialData: "ann's", staleTime: Infinity });
    await at.wait(20);
    expect(at.server.calls).toEqual([]);
    await another(at);
    await at.wait(1000);
    expect(now().data).toBe("me:2");
  });

  test("is gone where the server had rendered it, also after a reset and a second hydration", async () => {
    const at = queryPage();
    const server = new QueryClient();
    server.setQueryData(["me"], "ann's");
    server.setQueryData(["later"], "ann's");
    const state = dehydrate(server);
    await at.wait(10);
    hydrate(at.queryClient, state);
    const me = at.show("me", { staleTime: Infinity });
    await at.wait(20);
    expect(me.now().data).toBe("ann's");
    await another(at);
    expect(me.now().data).toBeUndefined();
    await at.wait(1000);
    expect(me.now().data).toBe("me:2");
    void at.queryClient.resetQueries();
    expect(me.now().data).toBeUndefined();
    await at.wait(100);
    hydrate(at.queryClient, state);
    expect(me.now().data).toBe("me:2");
    const later = at.show("later", { staleTime: Infinity });
    expect(later.now().data).toBeUndefined();
    await at.wait(100);
    expect(later.now().data).toBe("later:2");
  });

  test("does not stand in for what another account waits for", async () => {
    const at = queryPage();
    const slow = (name: string) => () => at.server.call(name, 500);
    const observer = new QueryObserver(at.queryClient, {
      queryKey: ["1"],
      queryFn: slow("1"),
      placeholderData: keepPreviousData,
    });
    observer.subscribe(() => undefined);
    await at.wait(600);
    observer.setOptions({ queryKey: ["2"], queryFn: slow("2"), placeholderData: keepPreviousData });
    await at.wait(10);
    expect(observer.getCurrentResult()).toMatchObject({ data: "1:1", isPlaceholderData: true });
    await another(at);
    expect(observer.getCurrentResult()).toMatchObject({ data: undefined, isPlaceholderData: false });
    observer.setOptions({ queryKey: ["3"], queryFn: slow("3"), placeholderData: keepPreviousData });
    expect(observer.getCurrentResult().data).toBeUndefined();
    await at.wait(1000);
    expect(observer.getCurrentResult().data).toBe("3:2");
  });

  test("is gone from a second cache as well", async () => {
    const at = queryPage();
    const second = new QueryClient();
    attachTencentErrors(second, at.client);
    second.setQueryData(["mine"], "ann's");
    const observer = new QueryObserver(second, { queryKey: ["shown"], queryFn: () => at.server.call("shown") });
    observer.subscribe(() => undefined);
    await at.wait(20);
    await another(at);
    expect([second.getQueryData(["mine"]), observer.getCurrentResult().data]).toEqual([undefined, undefined]);
    await at.wait(1000);
    expect(observer.getCurrentResult().data).toBe("shown:2");
  });

  test("is not shown by a change that went well, and the page is not fetched all at once", async () => {
    const at = queryPage();
    for (let index = 0; index < 100; index += 1) at.show(`q${index}`);
    const observer = new MutationObserver(at.queryClient, { mutationFn: () => at.server.call("save") });
    observer.subscribe(() => undefined);
    outcomesOf([observer.mutate()]);
    await at.wait(100);
    expect(observer.getCurrentResult().data).toBe("save:1");
    const before = at.server.calls.length;
    await another(at);
    expect(observer.getCurrentResult()).toMatchObject({ status: "idle", data: undefined, variables: undefined });
    await at.wait(90);
    expect(at.server.calls.length - before).toBeLessThanOrEqual(15);
    await at.wait(5000);
    expect(at.server.calls.length - before).toBe(100);
  });
});

describe("what one account changed", () => {
  const unavailable = () => new TencentError(diagnose({ ret: -6 }));

  test.each([
    ["three times", 3],
    ["by the kit's rule", "tencent"],
    ["by a function of its own", (count: number) => count < 2],
  ])("is not sent again for another one: retries %s", async (_what, given) => {
    const at = queryPage();
    const retry = given === "tencent" ? tencentRetry(at.client) : (given as number);
    const send = vi.fn(async (): Promise<unknown> => Promise.reject(unavailable()));
    const observer = new MutationObserver(at.queryClient, { mutationFn: send, retry, retryDelay: 500 });
    observer.subscribe(() => undefined);
    const outcomes = outcomesOf([observer.mutate()]);
    await at.wait(100);
    await another(at);
    // a render gives a mutation its options anew
    observer.setOptions({ mutationFn: send, retry, retryDelay: 500 });
    await at.wait(60_000);
    expect(send).toHaveBeenCalledOnce();
    expect(outcomes.rejected.map((error) => at.client.diagnose(error).category)).toEqual(["cancelled"]);
  });

  test("is not sent again where the guard had held it", async () => {
    const at = queryPage();
    at.server.revoke();
    const observer = new MutationObserver(at.queryClient, {
      mutationFn: at.client.guard(async () => at.server.call("save")),
      retry: 3,
      retryDelay: 150,
    });
    const outcomes = outcomesOf([observer.mutate()]);
    await at.wait(200);
    await at.signIn("bob");
    await at.wait(60_000);
    expect(at.server.calls).toEqual(["save"]);
    expect(outcomes.rejected).toHaveLength(1);
  });

  test("ends where it waited for a connection, and is not sent", async () => {
    const at = queryPage();
    at.queryClient.mount();
    onlineManager.setOnline(false);
    const observer = new MutationObserver(at.queryClient, { mutationFn: () => at.server.call("save") });
    const outcomes = outcomesOf([observer.mutate()]);
    await at.wait(20);
    await another(at);
    onlineManager.setOnline(true);
    await at.wait(1000);
    expect(at.server.calls).toEqual([]);
    expect(outcomes.rejected.map((error) => at.client.diagnose(error).category)).toEqual(["cancelled"]);
    at.queryClient.unmount();
  });

  test("does not stop what the other one changes", async () => {
    const at = queryPage();
    const observer = new MutationObserver(at.queryClient, { mutationFn: (name: string) => at.server.call(name) });
    observer.subscribe(() => undefined);
    outcomesOf([observer.mutate("ann's")]);
    await at.wait(5);
    await another(at);
    const outcomes = outcomesOf([observer.mutate("bob's")]);
    await at.wait(1000);
    expect(outcomes.resolved).toEqual(["bob's:2"]);
    expect(observer.getCurrentResult().data).toBe("bob's:2");
  });

  test("does not stop the other one from changing the same, as who sends a filled form once more does", async () => {
    const at = queryPage();
    const save = at.client.guard(async (name: string) => at.server.call(name), { replay: "auto" });
    // a render gives a mutation its options anew while it begins
    const options = () => ({ mutationFn: async (name: string) => save(name), onMutate: async () => Promise.resolve() });
    const observer = new MutationObserver(at.queryClient, options());
    observer.subscribe(() => observer.setOptions(options()));
    at.server.revoke();
    const first = outcomesOf([observer.mutate("save")]);
    await at.wait(100);
    await at.signIn("bob");
    await at.wait(1000);
    expect(first.rejected).toHaveLength(1);
    const second = outcomesOf([observer.mutate("save")]);
    await at.wait(100);
    expect([second.resolved, at.server.calls]).toEqual([["save:2"], ["save", "save"]]);
  });
});
