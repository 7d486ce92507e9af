import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createChunk } from "../../src/base/chunk.js";
import { prefetchChunks } from "../../src/react/prefetchChunks.js";

let count = { fetched: 0 };
let idle: (() => void)[] = [];
let stop = (): void => undefined;

beforeEach(() => {
  const own = { fetched: 0 };
  count = own;
  idle = [];
  createChunk(async () => {
    own.fetched += 1;
    return own;
  });
  vi.stubGlobal("requestIdleCallback", (call: () => void) => idle.push(call));
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface PageState {
  readonly state?: DocumentReadyState;
  readonly seen?: DocumentVisibilityState;
  readonly connection?: object;
}

/** Plays a page in this state. */
function play({ state = "complete", seen = "visible", connection = {} }: PageState): void {
  vi.spyOn(document, "readyState", "get").mockReturnValue(state);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(seen);
  Object.defineProperty(navigator, "connection", { value: connection, configurable: true });
}

const rest = (): void => idle.splice(0).forEach((call) => call());

test("idle: nothing before the load has ended, and then once the page has nothing else to do", () => {
  play({ state: "interactive" });
  stop = prefetchChunks("idle");
  rest();
  expect(count.fetched).toBe(0);
  play({});
  dispatchEvent(new Event("load"));
  expect(count.fetched).toBe(0);
  rest();
  expect(count.fetched).toBe(1);
});

test("idle: a page in the background waits until it is seen", () => {
  play({ seen: "hidden" });
  stop = prefetchChunks("idle");
  rest();
  expect(count.fetched).toBe(0);
  play({});
  document.dispatchEvent(new Event("visibilitychange"));
  rest();
  expect(count.fetched).toBe(1);
});

test.each([[{ saveData: true }], [{ effectiveType: "slow-2g" }], [{ effectiveType: "2g" }]])(
  "idle: not with %o",
  (connection) => {
    play({ connection });
    stop = prefetchChunks("idle");
    rest();
    expect(count.fetched).toBe(0);
  },
);

test("idle: a browser that can't tell is left alone for two seconds", () => {
  vi.useFakeTimers();
  vi.stubGlobal("requestIdleCallback", undefined);
  play({ connection: { effectiveType: "4g", saveData: false } });
  stop = prefetchChunks("idle");
  vi.advanceTimersByTime(1999);
  expect(count.fetched).toBe(0);
  vi.advanceTimersByTime(1);
  expect(count.fetched).toBe(1);
  vi.useRealTimers();
});

test("idle: a page that is left meanwhile fetches nothing", () => {
  play({ state: "interactive" });
  prefetchChunks("idle")();
  play({});
  dispatchEvent(new Event("load"));
  rest();
  expect(count.fetched).toBe(0);
});

test("eager fetches at once, failure not at all", () => {
  play({ state: "interactive", connection: { saveData: true } });
  prefetchChunks("failure");
  rest();
  expect(count.fetched).toBe(0);
  prefetchChunks("eager");
  expect(count.fetched).toBe(1);
});
