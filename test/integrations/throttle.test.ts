import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createThrottle } from "../../src/integrations/throttle.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const runs = Number(process.env["FUZZ_RUNS"] ?? 100);

/** How many of the times lie in the fullest 100 ms. */
function fullest(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 100).length));
}

test("a small wave after a large one is throttled as a small one", async () => {
  const startedAt: number[] = [];
  const queue = createThrottle<number>(async () => {
    startedAt.push(performance.now());
    return () => undefined;
  });
  for (let item = 0; item < 1000; item += 1) queue.add(item);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(startedAt).toHaveLength(1000);
  startedAt.length = 0;
  for (let item = 0; item < 100; item += 1) queue.add(item);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(startedAt).toHaveLength(100);
  expect(fullest(startedAt)).toBeLessThanOrEqual(15);
});

test("a few start together, and a removed one does not start", async () => {
  const sent: number[] = [];
  const queue = createThrottle<number>(async (item) => {
    sent.push(item);
    return () => undefined;
  });
  for (const item of [1, 2, 3, 4, 5, 6]) queue.add(item);
  queue.remove(3);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([1, 2, 4, 5, 6]);
});

test(
  "any wave goes once each, at most 20 at a time and a seventh in 100 ms, and leaves no timer",
  { tags: ["L3"], timeout: 7_200_000 },
  async () => {
    const waves = fc.array(
      fc.record({ size: fc.integer({ min: 0, max: 300 }), afterMs: fc.integer({ min: 0, max: 800 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(waves, fc.array(fc.nat(400), { minLength: 1 }), async (given, latencies) => {
        let inFlight = 0;
        let most = 0;
        const sent: number[] = [];
        const told: number[] = [];
        const startedAt: number[] = [];
        const queue = createThrottle<number>(async (item) => {
          sent.push(item);
          startedAt.push(performance.now());
          most = Math.max(most, (inFlight += 1));
          await new Promise((resolve) => setTimeout(resolve, latencies[item % latencies.length]));
          inFlight -= 1;
          return () => void told.push(item);
        });
        let count = 0;
        for (const { size, afterMs } of given) {
          for (let added = 0; added < size; added += 1) queue.add((count += 1));
          await vi.advanceTimersByTimeAsync(afterMs);
        }
        await vi.advanceTimersByTimeAsync(120_000);
        expect(sent.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(told.sort((a, b) => a - b)).toEqual(sent);
        expect(most).toBeLessThanOrEqual(20);
        if (count >= 100 && given.length === 1) expect(fullest(startedAt) / count).toBeLessThanOrEqual(0.15);
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: runs },
    );
  },
);
