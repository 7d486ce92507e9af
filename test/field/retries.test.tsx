import { QueryClient, QueryClientProvider, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { StrictMode, Suspense, useState, type ReactElement } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, TencentError, type TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";

const minutes = 5;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A rate limit as a server sends it. */
function limited(client: TencentErrorClient, after: string): TencentError {
  const headers = new Headers({ "retry-after": after });
  try {
    client.unwrap({ ret: -6, msg: "freq" }, { status: 429, headers });
  } catch (error) {
    if (error instanceof TencentError) return error;
  }
  throw new Error("A rate limit is no failure?");
}

interface Page {
  readonly client: TencentErrorClient;
  readonly queryClient: QueryClient;
  /** When calls were sent, by their key. */
  readonly sent: Map<unknown, number[]>;
  readonly queryFn: (given: { readonly queryKey: readonly unknown[] }) => Promise<never>;
}

/** A client and a server that is asked too much all the time. */
function pageOf({
  after = "0",
  isAttached = true,
  retry = false,
}: { after?: string; isAttached?: boolean; retry?: false | "tencent" } = {}): Page {
  const client = createTencentErrorClient();
  const retries = retry === false ? { retry } : { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) };
  const queryClient = new QueryClient({ defaultOptions: { queries: { ...retries, staleTime: Infinity } } });
  if (isAttached) attachTencentErrors(queryClient, client);
  const sent = new Map<unknown, number[]>();
  const queryFn: Page["queryFn"] = ({ queryKey: [key] }) => {
    sent.set(key, [...(sent.get(key) ?? []), Date.now()]);
    return Promise.reject(limited(client, after));
  };
  return { client, queryClient, sent, queryFn };
}

function show({ client, queryClient }: Page, content: ReactElement, isStrict = false): ReturnType<typeof render> {
  const page = (
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        {content}
      </TencentErrorProvider>
    </QueryClientProvider>
  );
  return render(isStrict ? <StrictMode>{page}</StrictMode> : page);
}

const callsOf = ({ sent }: Page): number => [...sent.values()].flat().length;
const pass = async (ms: number): Promise<void> => {
  for (let at = 0; at < ms; at += 5000) await vi.advanceTimersByTimeAsync(Math.min(5000, ms - at));
};
const fiveMinutes = (): Promise<void> => pass(minutes * 60_000);

test.each([
  ["attached", true],
  ["without attachTencentErrors", false],
])(
  "a notice whose server says Retry-After: 0 sends its call three times more, %s",
  { tags: ["T53"] },
  async (_how, isAttached) => {
    const page = pageOf({ isAttached });
    function Friends(): ReactElement {
      return <ErrorNotice error={useQuery({ queryKey: ["a"], queryFn: page.queryFn })} />;
    }
    await show(page, <Friends />);
    await fiveMinutes();
    const times = page.sent.get("a") ?? [];
    expect(times).toHaveLength(4);
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    waits.forEach((wait, index) => expect(wait).toBeGreaterThanOrEqual(1000 * 2 ** index));
  },
);

test("a page that takes its notice away while it loads sends no more", async () => {
  const page = pageOf();
  function Friends(): ReactElement {
    const query = useQuery({ queryKey: ["a"], queryFn: page.queryFn });
    return query.isPending ? <p>Loading</p> : <ErrorNotice error={query} />;
  }
  await show(page, <Friends />, true);
  await fiveMinutes();
  expect(callsOf(page)).toBeLessThanOrEqual(4);
});

test.each([true, false])(
  "a boundary's notice is reset three times by itself at most, attached: %s",
  async (isAttached) => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const page = pageOf({ isAttached });
    function Friends(): ReactElement {
      return <p>{useSuspenseQuery({ queryKey: ["a"], queryFn: page.queryFn }).data}</p>;
    }
    await show(
      page,
      <ErrorBoundary FallbackComponent={ErrorNotice} onReset={() => void page.queryClient.resetQueries()}>
        <Suspense fallback={null}>
          <Friends />
        </Suspense>
      </ErrorBoundary>,
    );
    await fiveMinutes();
    expect(callsOf(page)).toBeGreaterThan(1);
    // a reset that renders the failed query anew may ask for it once more
    expect(callsOf(page)).toBeLessThanOrEqual(8);
  },
);

test("twenty notices of one query have one timer, and send it once", async () => {
  const page = pageOf({ after: "5" });
  function Friends(): ReactElement {
    return <ErrorNotice error={useQuery({ queryKey: ["a"], queryFn: page.queryFn })} />;
  }
  const before = vi.getTimerCount();
  await show(
    page,
    <>
      {Array.from({ length: 20 }, (_none, index) => (
        <Friends key={index} />
      ))}
    </>,
  );
  await vi.advanceTimersByTimeAsync(100);
  expect(document.querySelectorAll("[data-part=countdown]")).toHaveLength(20);
  // twenty countdowns are drawn by their own intervals, the query has a timer of its own, the announcement too
  const clocks = vi.getTimerCount() - before - 21;
  expect(clocks).toBeLessThanOrEqual(2);
  await pass(6000);
  expect(page.sent.get("a")).toHaveLength(2);
  await fiveMinutes();
  expect(page.sent.get("a")).toHaveLength(4);
});

test.each([
  ["notices of their own, attached", true, false],
  ["notices of their own, without attachTencentErrors", false, false],
  ["one region", true, true],
] as const)(
  "a hundred queries send a tenth more at most: %s",
  { tags: ["T53"] },
  async (_how, isAttached, inRegion) => {
    const page = pageOf({ isAttached });
    function Friend({ id }: { readonly id: number }): ReactElement | null {
      const query = useQuery({ queryKey: [id], queryFn: page.queryFn });
      return inRegion ? null : <ErrorNotice error={query} />;
    }
    await show(
      page,
      <>
        {inRegion ? <ErrorNoticeRegion /> : null}
        {Array.from({ length: 100 }, (_none, id) => (
          <Friend key={id} id={id} />
        ))}
      </>,
    );
    await fiveMinutes();
    expect(callsOf(page)).toBeGreaterThan(100);
    expect(callsOf(page)).toBeLessThanOrEqual(110);
  },
);

test("what the data layer has repeated already counts for the notice", async () => {
  const page = pageOf({ retry: "tencent" });
  function Friends(): ReactElement {
    return <ErrorNotice error={useQuery({ queryKey: ["a"], queryFn: page.queryFn })} />;
  }
  await show(page, <Friends />);
  await fiveMinutes();
  expect(callsOf(page)).toBe(4);
  expect(document.querySelector("[data-part=countdown]")).toBeNull();
});

test("a page that is not seen sends nothing by itself, and goes on once it is seen again", async () => {
  const page = pageOf({ after: "1" });
  function Friends(): ReactElement {
    return <ErrorNotice error={useQuery({ queryKey: ["a"], queryFn: page.queryFn })} />;
  }
  await show(page, <Friends />);
  const visibility = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  await pass(30_000);
  expect(callsOf(page)).toBe(1);
  visibility.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  await pass(500);
  expect(callsOf(page)).toBe(2);
});

/** Keeps its failure in a state of its own, and fails again at each try. */
function LoadedByHand({ page }: { readonly page: ReturnType<typeof pageOf> }): ReactElement {
  const [friends, setFriends] = useState<unknown>(() => limited(page.client, "1"));
  const load = (): void => {
    page.sent.set("a", [...(page.sent.get("a") ?? []), Date.now()]);
    setFriends(limited(page.client, "1"));
  };
  return <ErrorNotice error={friends} onRetry={load} />;
}

test("a page without a network sends nothing by itself until it has one again", async () => {
  const page = pageOf({ after: "1" });
  await show(page, <LoadedByHand page={page} />);
  const network = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await pass(30_000);
  expect(callsOf(page)).toBe(0);
  network.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await fiveMinutes();
  expect(callsOf(page)).toBe(3);
});

test("a browser that denies its network from the beginning tries again as others do", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const page = pageOf({ after: "1" });
  await show(page, <LoadedByHand page={page} />);
  await fiveMinutes();
  expect(callsOf(page)).toBe(3);
});

test("a call that went well has its three tries again", async () => {
  const client = createTencentErrorClient();
  const page: Page = { ...pageOf(), client };
  attachTencentErrors(page.queryClient, client);
  let isDown = true;
  const queryFn = ({ queryKey: [key] }: { readonly queryKey: readonly unknown[] }): Promise<string> => {
    page.sent.set(key, [...(page.sent.get(key) ?? []), Date.now()]);
    return isDown ? Promise.reject(limited(client, "0")) : Promise.resolve("Ada");
  };
  function Friends(): ReactElement {
    return <ErrorNotice error={useQuery({ queryKey: ["a"], queryFn })} />;
  }
  await show(page, <Friends />);
  await pass(60_000);
  expect(callsOf(page)).toBe(4);
  isDown = false;
  await page.queryClient.refetchQueries();
  isDown = true;
  await page.queryClient.refetchQueries();
  await pass(60_000);
  expect(callsOf(page)).toBe(9);
});

test.each(["1234567890", "99999999999999999999", "4102444800"])(
  "Retry-After: %s is sent again by nothing before its time",
  async (after) => {
    const page = pageOf({ after, retry: "tencent" });
    function Friends(): ReactElement {
      return <ErrorNotice error={useQuery({ queryKey: ["a"], queryFn: page.queryFn })} />;
    }
    await show(page, <Friends />);
    await fiveMinutes();
    expect(callsOf(page)).toBe(1);
  },
);
