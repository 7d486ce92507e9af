import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minutes = 30;
const periodMs = 30_000;
const pollMs = 10_000;
const pollers = 10;

interface Sent {
  readonly at: number;
  readonly poller: number;
  readonly isRetry: boolean;
  readonly isDown: boolean;
}

/** Ten pollings of one page, one every ten seconds each, of a server that is down for so long of each half minute. */
async function play(downMs: number, isRetried = true): Promise<readonly Sent[]> {
  const client = createTencentErrorClient();
  const retry = isRetried ? tencentRetry(client) : false;
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry, retryDelay: tencentRetryDelay(client) } },
  });
  const detach = attachTencentErrors(queryClient, client);
  const startedAt = performance.now();
  const sent: Sent[] = [];
  const server = (poller: number, isRetry: boolean): Promise<Response> => {
    const at = performance.now() - startedAt;
    const isDown = at % periodMs < downMs && at < minutes * 60_000;
    sent.push({ at, poller, isRetry, isDown });
    if (!isDown) return Promise.resolve(Response.json({ ret: 0 }));
    // the three ways in which a provider is away
    if (poller % 3 === 0) return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(poller % 3 === 1 ? Response.json({ ret: -6 }) : new Response("", { status: 503 }));
  };
  const pages = Array.from({ length: pollers }, (_none, poller) => {
    const state = { isRetry: false };
    const send = createTencentFetch(client, () => server(poller, state.isRetry));
    const queryFn = async (): Promise<unknown> => {
      try {
        return await send(`https://app.test/${String(poller)}`);
      } finally {
        state.isRetry = true;
      }
    };
    const observer = new QueryObserver(queryClient, { queryKey: [poller], queryFn, enabled: false });
    const stop = observer.subscribe(() => undefined);
    const poll = (): void => {
      if (observer.getCurrentResult().fetchStatus !== "idle") return;
      state.isRetry = false;
      void observer.refetch();
    };
    return { poll, stop };
  });
  for (let at = 0; at < minutes * 60_000; at += pollMs / pollers) {
    pages[(at / (pollMs / pollers)) % pollers]?.poll();
    await vi.advanceTimersByTimeAsync(pollMs / pollers);
  }
  await vi.advanceTimersByTimeAsync(60_000);
  for (const { poll } of pages) poll();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ state }) => `${state.status} ${state.fetchStatus}`),
  ).toEqual(pages.map(() => "success idle"));
  for (const { stop } of pages) stop();
  detach();
  queryClient.clear();
  return sent;
}

/** How many of one poller's requests come between two of its pollings, at most. */
function longestSeries(sent: readonly Sent[]): number {
  const series = Array.from({ length: pollers }, () => 0);
  return sent.reduce((most, { poller, isRetry }) => {
    series[poller] = isRetry ? (series[poller] ?? 0) + 1 : 0;
    return Math.max(most, series[poller] ?? 0);
  }, 0);
}

test.each([
  ["20 s of each 30", 20_000],
  ["10 s of each 30", 10_000],
] as const)(
  "L9: half an hour of an outage, %s: a tenth of the calls is sent again at most, none more than three times",
  { tags: ["L9"], timeout: 120_000 },
  async (_what, downMs) => {
    const calm = await play(0);
    const flapping = await play(downMs);
    const [asked = 0, again = 0] = [false, true].map(
      (isRetry) => flapping.filter((sent) => sent.isRetry === isRetry).length,
    );
    const failed = flapping.filter(({ isDown, isRetry }) => isDown && !isRetry).length;
    expect(calm.filter(({ isRetry }) => isRetry)).toEqual([]);
    expect(longestSeries(flapping)).toBeLessThanOrEqual(3);
    expect([failed > asked / 4, again > 0]).toEqual([true, true]);
    expect(again).toBeLessThanOrEqual(asked / 10);
    if (process.env["SOAK"] !== undefined)
      process.stdout.write(`${String(downMs / 1000)} s of 30: ${String(asked)} asked, ${String(again)} again\n`);
  },
);
