import { notifyManager } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { joinNotifications } from "../../src/query.js";

let undo = (): void => undefined;
beforeEach(() => {
  vi.useFakeTimers();
  undo = joinNotifications();
});
afterEach(() => {
  undo();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** TanStack Query 5.0 has none yet. */
const hasScheduler = "setScheduler" in notifyManager;

describe("the library's scheduler", () => {
  if (!hasScheduler) {
    test("is left as it is where it can't be set", async () => {
      const told = vi.fn();
      notifyManager.schedule(told);
      await vi.advanceTimersByTimeAsync(1);
      expect(told).toHaveBeenCalledOnce();
      expect(vi.getTimerCount()).toBe(0);
    });
    return;
  }

  test("notifies in order, soon, where there are no frames", () => {
    const told: number[] = [];
    for (let index = 0; index < 3; index += 1) notifyManager.schedule(() => told.push(index));
    expect(told).toEqual([]);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(17);
    expect(told).toEqual([0, 1, 2]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("notifies in a hidden tab, where frames stop", () => {
    vi.stubGlobal(
      "requestAnimationFrame",
      vi.fn(() => 7),
    );
    const cancel = vi.fn();
    vi.stubGlobal("cancelAnimationFrame", cancel);
    const told = vi.fn();
    notifyManager.schedule(told);
    vi.advanceTimersByTime(100);
    expect(told).toHaveBeenCalledOnce();
    expect(cancel).toHaveBeenCalledWith(7);
  });

  test("pauses after a costly flush", () => {
    const told = vi.fn();
    notifyManager.schedule(() => {
      // a commit that takes 50 ms
      const begin = performance.now();
      vi.spyOn(performance, "now").mockReturnValue(begin + 50);
    });
    vi.advanceTimersByTime(17);
    vi.restoreAllMocks();
    notifyManager.schedule(told);
    vi.advanceTimersByTime(100);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(told).toHaveBeenCalledOnce();
  });

  test("notifies the others when one throws", () => {
    const thrown: unknown[] = [];
    vi.stubGlobal("reportError", (error: unknown) => thrown.push(error));
    const told = vi.fn();
    notifyManager.schedule(() => {
      throw new Error("an observer's own");
    });
    notifyManager.schedule(told);
    vi.advanceTimersByTime(16);
    expect(told).toHaveBeenCalledOnce();
    expect(thrown).toEqual([new Error("an observer's own")]);
  });

  test("loses nothing when it is undone, and restores the library's scheduler", () => {
    const told = vi.fn();
    notifyManager.schedule(told);
    undo();
    expect(told).toHaveBeenCalledOnce();
    notifyManager.schedule(told);
    vi.advanceTimersByTime(1);
    expect(told).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});
