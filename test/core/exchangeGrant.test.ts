import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { answerOutcome } from "../../src/core/answerOutcome.js";
import { exchangeGrant } from "../../src/core/exchangeGrant.js";
import type { Grant } from "../../src/model/ReauthFlow.js";
import { tencentCatalog } from "../../src/core/tencentCatalog.js";

const grant = { code: "c", state: "s" };
const never = (): Promise<never> => new Promise(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("an exchange", () => {
  const { signal } = new AbortController();

  test.each([
    ["an account", { accountId: "a-1" }, "a-1"],
    ["nothing", undefined, undefined],
    ["an account that is no text", { accountId: 7 }, undefined],
  ])("that answers with %s succeeds", async (_what, answer, accountId) => {
    await expect(exchangeGrant(async () => answer, grant, signal)).resolves.toEqual({ status: "succeeded", accountId });
  });

  test("gets the code, the state and a signal, once", async () => {
    const exchange = vi.fn(async () => undefined);
    await exchangeGrant(exchange, grant, signal);
    expect(exchange.mock.calls).toEqual([[{ ...grant, signal: expect.any(AbortSignal) }]]);
  });

  test.each([
    ["rejects", () => Promise.reject(Object.assign(new Error("x"), { data: { error: 100020 } }))],
    [
      "throws",
      () => {
        throw Object.assign(new Error("x"), { data: { error: 100020 } });
      },
    ],
  ])("F26: that %s fails, with what the server said", async (_how, exchange) => {
    await expect(exchangeGrant(exchange, grant, signal)).resolves.toMatchObject({
      status: "failed",
      reason: "exchangeFailed",
      diagnosis: { failure: { code: 100020 } },
    });
  });

  test("F27: that never answers fails after 30 seconds and is told to stop", async () => {
    let told: AbortSignal | undefined;
    const ended = exchangeGrant(
      (given) => {
        told = given.signal;
        return never();
      },
      grant,
      signal,
    );
    await vi.advanceTimersByTimeAsync(29_999);
    expect(told?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await expect(ended).resolves.toMatchObject({
      status: "failed",
      reason: "exchangeFailed",
      diagnosis: { category: "network" },
    });
    expect([told?.aborted, vi.getTimerCount()]).toEqual([true, 0]);
  });

  test("that somebody cancels is cancelled at once", async () => {
    const controller = new AbortController();
    const ended = exchangeGrant(never, grant, controller.signal);
    controller.abort();
    await expect(ended).resolves.toEqual({ status: "cancelled" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("listens to its signal no longer than it lasts, and says what took too long", async () => {
    const controller = new AbortController();
    const off = vi.spyOn(controller.signal, "removeEventListener");
    const on = vi.spyOn(controller.signal, "addEventListener");
    await exchangeGrant(async () => undefined, grant, controller.signal);
    expect(off.mock.calls.map((call) => call.slice(0, 2))).toEqual(on.mock.calls.map((call) => call.slice(0, 2)));
    const late = vi.fn((_grant: Grant) => never());
    const ended = exchangeGrant(late, grant, controller.signal);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await ended).toMatchObject({ reason: "exchangeFailed", diagnosis: { category: "network" } });
  });

  test("that somebody cancelled before is not begun", async () => {
    const exchange = vi.fn(never);
    await expect(exchangeGrant(exchange, grant, AbortSignal.abort())).resolves.toEqual({ status: "cancelled" });
    expect(exchange).not.toHaveBeenCalled();
  });
});

describe("F13: an error that the provider sent back", () => {
  test.each(["usercancel", "access_denied"])("%s means that the person said no", (error) => {
    expect(answerOutcome(error)).toEqual({ status: "failed", reason: "denied" });
  });

  test("is looked up by its number", () => {
    for (const row of tencentCatalog.rows)
      expect(answerOutcome(String(row.code))).toMatchObject({
        status: "failed",
        reason: "callbackError",
        diagnosis: { row, failure: { dialect: "redirect" } },
      });
  });

  test.each(["server_error", "100030", "1e5", "", "constructor", "<svg onload=alert(1)>"])(
    "%j is no code of the table",
    (error) => {
      expect(answerOutcome(error)).toMatchObject({
        reason: "callbackError",
        diagnosis: { row: null, category: "unknown", retry: "no" },
      });
    },
  );
});
