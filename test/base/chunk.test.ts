import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createChunk, loadChunks, loadEachChunk } from "../../src/base/chunk.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a chunk", () => {
  test("is fetched once, and then used without a promise", async () => {
    const load = vi.fn(async () => ({ answer: 42 }));
    const chunk = createChunk(load);
    expect(chunk.now()).toBeUndefined();
    const seen: number[] = [];
    chunk.use(({ answer }) => seen.push(answer));
    await Promise.all([chunk.load(), chunk.load()]);
    chunk.use(({ answer }) => seen.push(answer + 1));
    expect(seen).toEqual([42, 43]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test("that can't be had is told, and tried again by the next use", async () => {
    const load = vi.fn().mockRejectedValueOnce(new TypeError("404")).mockResolvedValue({ answer: 1 });
    const chunk = createChunk<{ answer: number }>(load);
    const [use, onLost, listener] = [vi.fn(), vi.fn(), vi.fn()];
    chunk.subscribe(listener);
    chunk.use(use, onLost);
    await vi.advanceTimersByTimeAsync(0);
    expect([use, onLost, listener].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1]);
    await expect(chunk.load()).resolves.toEqual({ answer: 1 });
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test("that hangs is given up after 15 s, and still taken when it comes", async () => {
    let arrive: (module: { answer: number }) => void = () => undefined;
    const chunk = createChunk(
      async () =>
        new Promise<{ answer: number }>((resolve) => {
          arrive = resolve;
        }),
    );
    const listener = vi.fn();
    chunk.subscribe(listener);
    const lost = expect(chunk.load()).rejects.toThrow("did not load");
    await vi.advanceTimersByTimeAsync(15_000);
    await lost;
    arrive({ answer: 7 });
    await vi.advanceTimersByTimeAsync(0);
    expect(chunk.now()).toEqual({ answer: 7 });
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test("that was needed and can't be had is tried again after 2, 4, 8, 16 and 32 s, and by the next need anew", async () => {
    const load = vi.fn<() => Promise<unknown>>().mockRejectedValue(new TypeError("404"));
    const chunk = createChunk(load);
    const lost = vi.fn();
    const triesWithin = async (seconds: number): Promise<number> => {
      const before = load.mock.calls.length;
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      return load.mock.calls.length - before;
    };
    chunk.use(() => undefined, lost);
    expect(await triesWithin(1.9)).toBe(0);
    for (const seconds of [0.2, 4, 8, 16, 32]) expect([seconds, await triesWithin(seconds)]).toEqual([seconds, 1]);
    expect(await triesWithin(3600)).toBe(0);
    expect(lost).toHaveBeenCalledTimes(1);
    load.mockResolvedValue({ answer: 1 }).mockRejectedValueOnce(new TypeError("404"));
    await expect(chunk.load()).rejects.toThrow("404");
    await vi.advanceTimersByTimeAsync(2000);
    expect(chunk.now()).toEqual({ answer: 1 });
  });

  test("that was fetched ahead and is needed by nobody is left alone", async () => {
    const load = vi.fn<() => Promise<unknown>>().mockRejectedValue(new TypeError("404"));
    const chunk = createChunk(load);
    await expect(loadChunks()).rejects.toThrow("404");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(load).toHaveBeenCalledTimes(1);
    load.mockResolvedValue({ answer: 1 });
    await chunk.load();
    expect(chunk.now()).toEqual({ answer: 1 });
  });

  test("that was asked for just before the network returned is fetched again soon after that try has failed", async () => {
    const page = new EventTarget();
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
    const fails: (() => void)[] = [];
    const failing = async (): Promise<never> =>
      new Promise((_resolve, reject) => {
        fails.push(() => reject(new TypeError("Failed to fetch")));
      });
    const load = vi.fn<() => Promise<{ answer: number }>>().mockResolvedValue({ answer: 1 });
    load.mockImplementationOnce(failing).mockImplementationOnce(failing);
    const chunk = createChunk(load);
    chunk.use(() => undefined);
    fails[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    chunk.use(() => undefined);
    page.dispatchEvent(new Event("online"));
    expect(load).toHaveBeenCalledTimes(2);
    fails[1]?.();
    await vi.advanceTimersByTimeAsync(4000);
    expect(chunk.now()).toEqual({ answer: 1 });
    vi.unstubAllGlobals();
  });
});

test("in a test all chunks are fetched one by one, those that they bring too", async () => {
  const told: string[] = [];
  const slow = (name: string, more?: () => void) =>
    createChunk(async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      more?.();
      told.push(`${name} is there`);
      return {};
    });
  slow("one", () => void slow("brought"));
  slow("two");
  await loadEachChunk();
  expect(told).toEqual(["one", "two", "brought"].flatMap((name) => [`${name} begins`, `${name} is there`]));
});
