import {
  focusManager,
  InfiniteQueryObserver,
  MutationObserver,
  onlineManager,
  QueryClientProvider,
  useQuery,
  type QueryObserver,
} from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { diagnose, TencentError } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { queryPage } from "./queryPage.js";

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
    }),
);
afterEach(async () => {
  await cleanup();
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

describe("a list of pages", () => {
  function list(at: ReturnType<typeof queryPage>) {
    const observer = new InfiniteQueryObserver(at.queryClient, {
      queryKey: ["list"],
      queryFn: ({ pageParam }) => at.server.call(`page ${pageParam}`),
      initialPageParam: 1,
      getNextPageParam: (_last: string, pages: string[]) => pages.length + 1,
      getPreviousPageParam: (): number => 0,
    });
    observer.subscribe(() => undefined);
    return observer;
  }

  test("field F22: a next page that failed is fetched as that page, and the others are not", async () => {
    const at = queryPage();
    const observer = list(at);
    await at.wait(20);
    void observer.fetchNextPage();
    await at.wait(20);
    at.server.revoke();
    void observer.fetchNextPage();
    await at.wait(200);
    expect(observer.getCurrentResult().status).toBe("error");
    await at.signIn();
    await at.wait(1000);
    expect(observer.getCurrentResult().data?.pages).toEqual(["page 1:1", "page 2:1", "page 3:2"]);
    expect(at.server.calls).toEqual(["page 1", "page 2", "page 3", "page 3"]);
  });

  test("a previous page that failed is fetched as that page", async () => {
    const at = queryPage();
    const observer = list(at);
    await at.wait(20);
    at.server.revoke();
    void observer.fetchPreviousPage();
    await at.wait(200);
    await at.signIn();
    await at.wait(1000);
    expect(observer.getCurrentResult().data?.pages).toEqual(["page 0:2", "page 1:1"]);
  });

  test("all pages are fetched where all of them failed", async () => {
    const at = queryPage();
    const observer = list(at);
    await at.wait(20);
    void observer.fetchNextPage();
    await at.wait(20);
    at.server.revoke();
    void observer.refetch();
    await at.wait(200);
    await at.signIn();
    await at.wait(1000);
    expect(observer.getCurrentResult().data?.pages).toEqual(["page 1:2", "page 2:2"]);
  });
});

const failing = async (): Promise<never> => Promise.reject(new TencentError(diagnose({ ret: -73 })));

describe("polls", () => {
  test("field F25: none leaves while the prompt is open, or after a dismissal, and none asks again", async () => {
    const at = queryPage({ limits: { coolDownMs: 300 } });
    const queryFn = vi.fn(failing);
    const { observer, now } = at.show("poll", { queryFn, refetchInterval: 50 });
    await at.wait(20);
    for (let round = 0; round < 3; round += 1) {
      await at.wait(600);
      at.client.reauth.cancel();
    }
    await at.wait(5000);
    expect(queryFn).toHaveBeenCalledOnce();
    expect(at.prompts()).toBe(1);
    expect(now()).toMatchObject({ status: "error", fetchStatus: "idle" });
    const button = document.createElement("button");
    button.onclick = () => void observer.refetch();
    button.click();
    await at.wait(200);
    expect(queryFn).toHaveBeenCalledTimes(2);
    expect(at.prompts()).toBe(2);
  });

  test.each([
    ["with data", true],
    ["without data", false],
  ])("a resting query %s keeps its state, and polls again after the sign-in", async (_what, hasData) => {
    const at = queryPage();
    if (!hasData) at.server.revoke();
    const { now } = at.show("poll", { refetchInterval: 500 });
    await at.wait(20);
    at.server.revoke();
    await at.wait(700);
    const before = now();
    expect(before.status).toBe("error");
    const calls = at.server.calls.length;
    const Seen = (): null => {
      const { status, fetchStatus, error } = useQuery({ queryKey: ["poll"], queryFn: () => at.server.call("poll") });
      rendered.push([status, fetchStatus, error === before.error]);
      return null;
    };
    const rendered: unknown[] = [];
    await render(
      <QueryClientProvider client={at.queryClient}>
        <Seen />
      </QueryClientProvider>,
    );
    await at.wait(50);
    rendered.length = 0;
    await at.wait(5000);
    expect(at.server.calls).toHaveLength(calls + 1);
    for (const each of rendered) expect(each).toEqual(["error", "idle", true]);
    await at.signIn();
    await at.wait(1800);
    expect(at.server.calls.length).toBeGreaterThanOrEqual(calls + 4);
    expect(now().status).toBe("success");
  });

  test("a list of pages, a function as interval, and a poll in the background rest too", async () => {
    const at = queryPage();
    at.server.revoke();
    const list = new InfiniteQueryObserver(at.queryClient, {
      queryKey: ["list"],
      queryFn: () => at.server.call("list"),
      initialPageParam: 1,
      getNextPageParam: () => null,
      refetchInterval: 70,
    });
    list.subscribe(() => undefined);
    at.show("function", { refetchInterval: () => 60 });
    at.show("background", { refetchInterval: 50, refetchIntervalInBackground: true });
    await at.wait(3000);
    expect(["list", "function", "background"].map(at.server.countOf)).toEqual([1, 1, 1]);
  });

  test("one that first fails after a dismissal asks for no sign-in", async () => {
    const at = queryPage({ limits: { coolDownMs: 300 } });
    const { now } = at.show("poll", { refetchInterval: 1000 });
    at.show("first", { queryFn: failing });
    await at.wait(200);
    at.client.reauth.cancel();
    at.server.revoke();
    await at.wait(5000);
    expect(now().status).toBe("error");
    expect(at.server.countOf("poll")).toBe(2);
    expect(at.prompts()).toBe(1);
  });
});

describe("a regained focus and a new connection", () => {
  test.each([
    ["focus", () => focusManager.setFocused(true), () => focusManager.setFocused(false)],
    ["connection", () => onlineManager.setOnline(true), () => onlineManager.setOnline(false)],
  ])("%s sends nothing for a query that failed", async (_what, come, go) => {
    const at = queryPage();
    at.queryClient.mount();
    at.server.revoke();
    const { now } = at.show("a");
    await at.wait(200);
    const { error } = now();
    for (let round = 0; round < 5; round += 1) {
      go();
      await at.wait(50);
      come();
      await at.wait(200);
    }
    expect(at.server.calls).toEqual(["a"]);
    expect(now()).toMatchObject({ status: "error", fetchStatus: "idle" });
    expect(now().error).toBe(error);
    at.queryClient.unmount();
  });
});

describe("what the app does while the prompt is open", () => {
  test.each([
    ["resetQueries", (at: ReturnType<typeof queryPage>) => void at.queryClient.resetQueries()],
    ["cancelQueries", (at: ReturnType<typeof queryPage>) => void at.queryClient.cancelQueries()],
    ["invalidateQueries", (at: ReturnType<typeof queryPage>) => void at.queryClient.invalidateQueries()],
    ["removeQueries", (at: ReturnType<typeof queryPage>) => at.queryClient.removeQueries()],
    ["clear", (at: ReturnType<typeof queryPage>) => at.queryClient.clear()],
    [
      "resetQueries, then cancelQueries",
      (at: ReturnType<typeof queryPage>) => {
        void at.queryClient.resetQueries();
        void at.queryClient.cancelQueries();
      },
    ],
  ])("%s ends in no spinner for ever", async (_what, act) => {
    const at = queryPage();
    at.server.revoke();
    const { now } = at.show("a");
    await at.wait(200);
    act(at);
    await at.wait(200);
    await at.signIn();
    await at.wait(1000);
    expect(now()).toMatchObject({ status: "success", fetchStatus: "idle", data: "a:2" });
  });

  test.each([
    ["refetch", (_at: ReturnType<typeof queryPage>, observer: QueryObserver) => void observer.refetch()],
    ["refetchQueries", (at: ReturnType<typeof queryPage>) => void at.queryClient.refetchQueries()],
    ["invalidateQueries", (at: ReturnType<typeof queryPage>) => void at.queryClient.invalidateQueries()],
    ["a second component", (at: ReturnType<typeof queryPage>) => void at.show("a")],
    [
      "a loader",
      (at: ReturnType<typeof queryPage>) =>
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- what loaders call in every version
        void at.queryClient.fetchQuery({ queryKey: ["a"], queryFn: () => at.server.call("a") }).catch(() => undefined),
    ],
  ])("a good answer to %s is kept, and heals the rest", async (_what, act) => {
    const at = queryPage();
    at.server.revoke();
    const { now, observer } = at.show("a");
    const other = at.show("b");
    await at.wait(200);
    at.server.signIn();
    act(at, observer);
    await at.wait(1000);
    expect(now()).toMatchObject({ status: "success", data: "a:2" });
    expect(other.now()).toMatchObject({ status: "success", data: "b:2" });
    expect(at.client.reauth.getSnapshot().status).toBe("succeeded");
  });

  test("an answer to what began before the failure is kept and is no renewal", async () => {
    const at = queryPage();
    const slow = at.show("slow", {
      queryFn: async () => new Promise((resolve) => setTimeout(resolve, 500, "slow")),
    });
    at.show("a", { queryFn: failing });
    await at.wait(1000);
    expect(slow.now().data).toBe("slow");
    expect(at.client.reauth.getSnapshot().status).toBe("required");
  });

  test("several refetches that are answered well tell of one session", async () => {
    const at = queryPage();
    at.server.revoke();
    const shown = ["a", "b", "c"].map((name) => at.show(name));
    await at.wait(200);
    at.client.reauth.cancel();
    at.server.signIn();
    for (const { observer } of shown.slice(1)) void observer.refetch();
    await at.wait(2000);
    expect(shown.map(({ now }) => now().data)).toEqual(["a:2", "b:2", "c:2"]);
    expect([at.server.calls.length, at.client.reauth.getSnapshot().epoch]).toEqual([6, 1]);
  });

  test("a refetch that fails again changes neither the error nor the count", async () => {
    const at = queryPage();
    at.server.revoke();
    const { now, observer } = at.show("a");
    await at.wait(200);
    const { error } = now();
    for (let round = 0; round < 5; round += 1) {
      void observer.refetch();
      await at.wait(100);
    }
    expect(now().error).toBe(error);
    expect(at.client.reauth.getSnapshot().affected).toBe(1);
  });
});

test("a hundred new keys of one list leave nothing behind but the last", async () => {
  const at = queryPage();
  at.server.revoke();
  const { observer, now } = at.show("0");
  for (let tick = 1; tick <= 100; tick += 1) {
    await at.wait(30);
    observer.setOptions({ queryKey: [String(tick)], queryFn: () => at.server.call(String(tick)) });
  }
  await at.wait(200);
  expect(at.client.board.getGroups()[0]?.count).toBe(1);
  const calls = at.server.calls.length;
  await at.signIn();
  await at.wait(1000);
  expect(now().data).toBe("100:2");
  expect(at.server.calls).toHaveLength(calls + 1);
});

test("twenty calls that are never answered do not stop the healing of the rest", async () => {
  const at = queryPage();
  let isBack = false;
  const never = async (): Promise<never> => (isBack ? new Promise<never>(() => undefined) : failing());
  const shown = Array.from({ length: 20 }, (_, index) => at.show(`never ${index}`, { queryFn: never }));
  at.server.revoke();
  for (let index = 0; index < 20; index += 1) shown.push(at.show(`good ${index}`));
  await at.wait(300);
  isBack = true;
  await at.signIn();
  await at.wait(8000);
  expect(shown.filter(({ now }) => now().status === "success")).toHaveLength(20);
});

test("a log-out that clears the cache rejects what is held", async () => {
  const at = queryPage();
  at.server.revoke();
  const change = at.client.guard(async (_name: string) => at.server.call("change"));
  const observer = new MutationObserver(at.queryClient, { mutationFn: change });
  const outcomes = outcomesOf([observer.mutate("x")]);
  await at.wait(200);
  expect(at.client.reauth.getSnapshot().status).toBe("required");
  at.queryClient.clear();
  await at.wait(0);
  expect(outcomes.rejected.map((error) => at.client.diagnose(error).category)).toEqual(["cancelled"]);
  expect(at.server.calls).toEqual(["change"]);
});

test("a guarded query polls no more than an open one", async () => {
  const at = queryPage();
  const send = vi.fn(async () => Response.json({ ret: -73 }));
  const tencentFetch = createTencentFetch(at.client, send);
  at.show("poll", { queryFn: () => tencentFetch("/poll"), refetchInterval: 50 });
  await at.wait(3000);
  at.client.reauth.cancel();
  await at.wait(3000);
  expect(send).toHaveBeenCalledOnce();
});
