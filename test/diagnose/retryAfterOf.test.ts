import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { retryAfterOf } from "../../src/diagnose/headers.js";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12) });
});

afterEach(() => {
  vi.useRealTimers();
});

test.each<readonly [string, number]>([
  ["0", 0],
  ["7", 7000],
  [" 7 ", 7000],
  ["86400", 86_400_000],
  ["999999999", 86_400_000],
  ["1234567890", 86_400_000],
  ["9".repeat(400), 86_400_000],
  ["Thu, 01 Jan 2026 12:00:30 GMT", 30_000],
  ["Thursday, 01-Jan-26 12:00:30 GMT", 30_000],
  ["Thu, 01 Jan 2099 00:00:00 GMT", 86_400_000],
])("%j asks to wait %i ms", (header, ms) => {
  expect(retryAfterOf(header)).toBe(ms);
});

// prettier-ignore
test.each([undefined, "", " ", "-1", "1e9", "1.5", "soon", "NaN", "Infinity", "0x10", "2026-01-01", "Thu, 01 Jan 2026 11:59:59 GMT", "Thu, nonsense", "１"])(
  "F55: %j asks for nothing", (header) => {
    expect(retryAfterOf(header)).toBeUndefined();
  },
);

describe("is found in", () => {
  test("what an XMLHttpRequest tells of itself", () => {
    const getResponseHeader = (name: string) => (name.toLowerCase() === "retry-after" ? "7" : null);
    const raw = { readyState: 4, status: 429, responseText: "", getResponseHeader };
    expect(diagnose(raw)).toMatchObject({ category: "rateLimit", failure: { retryAfterMs: 7000 } });
  });

  test.each([
    ["Headers", new Headers({ "Retry-After": "7" })],
    ["headers of axios", { get: (name: string) => (name.toLowerCase() === "retry-after" ? "7" : undefined) }],
    ["a plain object", { "retry-after": "7" }],
    ["a plain object in the server's own letters", { "Retry-After": "7" }],
    ["a plain object with a number", { "retry-after": 7 }],
    ["a Map", new Map([["retry-after", "7"]])],
  ])("%s", (_what, headers) => {
    expect(diagnose({ status: 429, headers, data: {} }).failure.retryAfterMs).toBe(7000);
  });

  test.each([
    [
      "none that throw",
      {
        get: () => {
          throw new Error("boom");
        },
      },
    ],
    ["none that answer otherwise", { get: () => ({}) }],
    [
      "none that are a getter's",
      {
        get get(): never {
          throw new Error("boom");
        },
      },
    ],
  ])("%s", (_what, headers) => {
    expect(diagnose({ status: 429, headers, data: {} }).failure.retryAfterMs).toBeUndefined();
  });
});

test.each(["1234567890", "9".repeat(300)])("F55: %j waits no longer than a day", (header) => {
  expect(retryAfterOf(header)).toBe(86_400_000);
});
