import { useState, type ReactElement } from "react";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, TencentErrorProvider, useTencentError } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth, ready } from "../../src/testing.js";

const expired = { ret: -21, msg: "revoked" };
/** An error as fetch layers throw it, with the method of its call. */
const failed = (method?: string): Error =>
  Object.assign(new Error("failed"), {
    response: { status: 200, data: expired, headers: {} },
    config: { method, url: "/a" },
  });

beforeEach(async () => {
  await ready();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Page {
  readonly client: TencentErrorClient;
  signIn(): void;
  /** In place of what was shown. */
  show(content: ReactElement): Promise<void>;
}

async function open(content: ReactElement): Promise<Page> {
  const client = createTencentErrorClient({ reauth: fakeReauth(), accountId: () => "ann" });
  const page = (content: ReactElement): ReactElement => (
    <TencentErrorProvider client={client} locale={en}>
      {content}
    </TencentErrorProvider>
  );
  const { rerender } = await render(page(content));
  return { client, signIn: () => client.reauth.renewed("ann"), show: (other) => rerender(page(other)) };
}

const notice = (input: object): ReactElement => <ErrorNotice error={input} />;
function Own({ input }: { readonly input: object }): ReactElement {
  const state = useTencentError(input);
  return <p>{state.isError ? state.message.title : "well"}</p>;
}
const own = (input: object): ReactElement => <Own input={input} />;

/** Far longer than a call that is healed waits, and what React does then. */
async function settled(): Promise<void> {
  await rendered();
  await vi.advanceTimersByTimeAsync(2000);
  await rendered();
}

async function rendered(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1)
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
}

describe.each([
  ["ErrorNotice", notice],
  ["useTencentError", own],
])("%s sends again, once, after a sign-in", (_who, show) => {
  test.each<[string, object]>([
    ["TanStack Query's refetch", { error: failed(), refetch: vi.fn(), data: undefined, isFetching: false }],
    [
      "RTK Query's refetch",
      { error: { status: 200, data: expired }, refetch: vi.fn(), data: undefined, isFetching: false },
    ],
    ["Apollo's refetch, which posts", { error: failed("post"), refetch: vi.fn(), data: undefined, loading: false }],
    ["SWR's mutate", { error: failed(), mutate: vi.fn(), data: undefined, isValidating: false }],
    [
      "ahooks' refresh of what reads",
      { error: failed("get"), refresh: vi.fn(), run: vi.fn(), params: [1], loading: false },
    ],
    ["alova's send of what reads", { error: failed("get"), send: vi.fn(), data: undefined, loading: false }],
  ])("%s", async (_what, input) => {
    const { signIn } = await open(show(input));
    const send = Object.values(input).find((value) => vi.isMockFunction(value)) as ReturnType<typeof vi.fn>;
    signIn();
    await settled();
    expect(send).toHaveBeenCalledTimes(1);
  });

  test.each<[string, object]>([
    ["a mutation", { error: failed("post"), mutate: vi.fn(), reset: vi.fn(), data: undefined, isPending: false }],
    [
      "ahooks' refresh of a change",
      { error: failed("post"), refresh: vi.fn(), run: vi.fn(), params: [], loading: false },
    ],
    [
      "a form's call without a known method",
      { error: failed(), refresh: vi.fn(), run: vi.fn(), params: ["x"], loading: false },
    ],
    ["alova's send of a change", { error: failed("post"), send: vi.fn(), data: undefined, loading: false }],
    ["what may be a change", { error: failed(), send: vi.fn(), data: undefined, loading: false }],
    ["what is under way already", { error: failed(), refetch: vi.fn(), data: undefined, isFetching: true }],
  ])("and never %s", async (_what, input) => {
    const { signIn } = await open(show(input));
    signIn();
    await settled();
    for (const value of Object.values(input)) if (vi.isMockFunction(value)) expect(value).not.toHaveBeenCalled();
  });
});

test("what a page asked for by itself reads, also where nothing names its method", async () => {
  const send = vi.fn();
  function Friends(): ReactElement {
    const [error, setError] = useState<Error>();
    return (
      <>
        <button onClick={() => setError(failed())}>Fail</button>
        <ErrorNotice error={{ error, data: undefined, loading: error === undefined, send }} />
      </>
    );
  }
  const { signIn } = await open(<Friends />);
  document.querySelector("button")?.click();
  await rendered();
  expect(document.querySelector("[data-part=notice]")).not.toBeNull();
  signIn();
  await settled();
  expect(send).toHaveBeenCalledTimes(1);
});

test("a mutation's onRetry is left to a click", async () => {
  const onRetry = vi.fn();
  const mutation = { error: failed("post"), mutate: vi.fn(), reset: vi.fn(), data: undefined, isPending: false };
  const { signIn } = await open(<ErrorNotice error={mutation} onRetry={onRetry} />);
  signIn();
  await settled();
  expect(onRetry).not.toHaveBeenCalled();
});

test("several that failed alike are each sent again", async () => {
  const queries = [0, 1, 2].map(() => ({ error: failed(), refetch: vi.fn(), data: undefined, isFetching: false }));
  const { signIn } = await open(notice(queries));
  signIn();
  await settled();
  expect(queries.map(({ refetch }) => refetch.mock.calls.length)).toEqual([1, 1, 1]);
});

describe("what found no network is asked for again once that is back", () => {
  const lost = (): Error => new TypeError("Failed to fetch");
  const lostWhile = (method: string): Error => Object.assign(lost(), { config: { method, url: "/a" } });
  const query = (again: () => void): object => ({ error: lost(), refetch: again, data: undefined, isFetching: false });
  const returns = async (): Promise<void> => {
    window.dispatchEvent(new Event("offline"));
    await settled();
    window.dispatchEvent(new Event("online"));
    await settled();
  };

  test.each<[string, number, (again: () => void) => ReactElement]>([
    ["a route's loader, by its reset", 1, (again) => <ErrorNotice error={lost()} reset={again} />],
    ["what a route threw, by onRetry", 1, (again) => <ErrorNotice error={lost()} isThrown onRetry={again} />],
    ["a reading, by onRetry", 1, (again) => <ErrorNotice error={lostWhile("GET")} onRetry={again} />],
    ["what the page asked for itself", 1, (again) => <ErrorNotice error={lost()} isOwn onRetry={again} />],
    ["a data layer that does not do so itself", 1, (again) => notice(query(again))],
    ["the same with a notice of the app's own", 1, (again) => own(query(again))],
    ["a change, by onRetry", 0, (again) => <ErrorNotice error={lostWhile("POST")} onRetry={again} />],
    ["a form's call that tells no method", 0, (again) => <ErrorNotice error={lost()} onRetry={again} />],
    ["another failure", 0, (again) => <ErrorNotice error={{ ret: -5, msg: "" }} reset={again} />],
  ])("%s: %i times", async (_what, times, show) => {
    const again = vi.fn();
    await open(show(again));
    await settled();
    expect(again).not.toHaveBeenCalled();
    await returns();
    await returns();
    expect(again).toHaveBeenCalledTimes(times);
  });

  test("but not while it is away again, nor for a notice that is gone", async () => {
    const again = vi.fn();
    const shown = <ErrorNotice error={lost()} reset={again} />;
    const { show } = await open(shown);
    await settled();
    window.dispatchEvent(new Event("online"));
    window.dispatchEvent(new Event("offline"));
    await settled();
    window.dispatchEvent(new Event("online"));
    await show(<p>Another page</p>);
    await settled();
    expect(again).not.toHaveBeenCalled();
  });

  test("and the query of TanStack's cache by that alone", async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } });
    const queryFn = vi.fn<() => Promise<string>>().mockRejectedValueOnce(lost()).mockResolvedValue("Ann");
    function Friends(): ReactElement {
      const friends = useQuery({ queryKey: ["friends"], queryFn });
      return friends.data === undefined ? <ErrorNotice error={friends} /> : <p>{friends.data}</p>;
    }
    const { client } = await open(
      <QueryClientProvider client={queryClient}>
        <Friends />
      </QueryClientProvider>,
    );
    const detach = attachTencentErrors(queryClient, client);
    await settled();
    await returns();
    expect(queryFn).toHaveBeenCalledTimes(2);
    detach();
  });
});
