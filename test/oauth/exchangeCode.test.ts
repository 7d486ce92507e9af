import type { AxiosResponse } from "axios";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tencentCatalog } from "../../src/catalog/tencentCatalog.js";
import { exchangeCode, outcomeOfError } from "../../src/oauth/exchangeCode.js";
import type { Grant, ReauthOptions } from "../../src/oauth/ReauthOptions.js";

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
  const request = { signal };

  // prettier-ignore
  test.each([
    ["an account", { accountId: "a-1" }, "a-1"],
    ["a number", { accountId: 7 }, "7"],
    ["the number 0", { accountId: 0 }, "0"],
    ["an axios response", { data: { accountId: 7 }, status: 200, statusText: "OK", headers: {}, config: {} }, "7"],
    ["an envelope", { code: 0, message: "ok", data: { accountId: "a-1" } }, "a-1"],
    ["an axios response with an envelope", { data: { success: true, data: { accountId: "a-1" } }, status: 200 }, "a-1"],
    ["an account beside a success of the app's own", { code: 20000, message: "success", accountId: "a-1" }, "a-1"],
    ["an error that is none", { error: null, message: "" }, undefined],
    ["a response that was not read", Response.json({ data: { accountId: "a-1" } }), "a-1"],
    ["a response without a body", new Response(null, { status: 204 }), undefined],
    ["nothing", undefined, undefined],
    ["null", null, undefined],
    ["a text", "a-1", undefined],
    ["plain data", { ok: true, user: { id: 7 } }, undefined],
    ["an empty axios response", { data: "", status: 204 }, undefined],
    ["an account deeper than a response and an envelope go", { data: { data: { data: { accountId: "a-1" } } } }, undefined],
    ["an empty account", { accountId: "" }, undefined],
    ["an account that is null", { accountId: null }, undefined],
    ["an account that is an object", { accountId: { id: 7 } }, undefined],
    ["a number that JavaScript has rounded, as two accounts' may be to the same", { accountId: 2 ** 53 }, undefined],
    ["a number that is none", { accountId: NaN }, undefined],
    ["an inherited account", Object.create({ accountId: "planted" }) as unknown, undefined],
  ])("that answers with %s succeeds", async (_what, answer, accountId) => {
    await expect(exchangeCode(async () => answer, grant, request)).resolves.toEqual({ status: "succeeded", accountId });
  });

  test("that answers with what throws when it is read succeeds, without an account", async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    const answer = { get data() { throw new Error("no"); } }; // prettier-ignore
    await expect(exchangeCode(async () => answer, grant, request)).resolves.toMatchObject({ status: "succeeded" });
    const wrapped = { data: proxy };
    revoke();
    await expect(exchangeCode(async () => wrapped, grant, request)).resolves.toMatchObject({ status: "succeeded" });
  });

  // prettier-ignore
  test.each([
    ["the provider's number", { error: 100019 }, 100019],
    ["the provider's number in an axios response", { status: 502, data: { error: 100019 } }, 100019],
    ["a word of the app's server", { error: "invalid_state" }, null],
    ["false", false, null],
    ["a failed fetch", new Response('{"error":"invalid_state"}', { status: 400 }), null],
    ["a fetch that was not read", Response.json({ ret: -21, msg: "revoked" }), null],
    ["a word in a fetch that was not read", Response.json({ error: "invalid_state" }), null],
  ])("that resolves with a refusal, %s, fails", { tags: ["T54"] }, async (_what, answer, code) => {
    await expect(exchangeCode(async () => answer, grant, request)).resolves.toMatchObject({
      status: "failed", reason: "exchangeFailed", diagnosis: { failure: { code } },
    });
  });

  test("may be typed as apps type it", () => {
    const post = async <Data>(): Promise<AxiosResponse<Data>> => Promise.reject(new Error("never called"));
    const exchanges: readonly ReauthOptions["exchange"][] = [
      () => post(),
      () => post<{ readonly accountId: number }>(),
      () => post<{ readonly code: number; readonly data: { readonly accountId: string } }>(),
      async () => ({ accountId: 7 }),
      async () => ({ accountId: "a", name: "Zoe" }),
      async () => undefined,
      async () => (await fetch("/session/qq")).json(),
    ];
    expect(exchanges).toHaveLength(7);
    // @ts-expect-error an answer that can't hold an account
    const wrong: ReauthOptions["exchange"] = async () => ({ id: 7 });
    expect(wrong).toBeTypeOf("function");
  });

  test("runs inside what marks the sign-in's own calls, with the signal that goes along", async () => {
    const marked: unknown[] = [];
    const exchange = vi.fn(async (_grant: Grant) => ({ accountId: 7 }));
    const own = <Result>(call: () => Result, mark: AbortSignal): Result => {
      expect(exchange).not.toHaveBeenCalled();
      marked.push(mark);
      return call();
    };
    await expect(exchangeCode(exchange, grant, { signal, own })).resolves.toEqual({
      status: "succeeded",
      accountId: "7",
    });
    expect(marked).toEqual([exchange.mock.calls[0]?.[0].signal]);
  });

  test("gets the code, the state and a signal, once", async () => {
    const exchange = vi.fn(async () => undefined);
    await exchangeCode(exchange, grant, request);
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
    await expect(exchangeCode(exchange, grant, request)).resolves.toMatchObject({
      status: "failed",
      reason: "exchangeFailed",
      diagnosis: { failure: { code: 100020 } },
    });
  });

  test("F27: that never answers fails after 30 seconds, with its signal aborted", async () => {
    let told: AbortSignal | undefined;
    const ended = exchangeCode(
      (given) => {
        told = given.signal;
        return never();
      },
      grant,
      request,
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

  test("that is cancelled ends at once", async () => {
    const controller = new AbortController();
    const ended = exchangeCode(never, grant, controller);
    controller.abort();
    await expect(ended).resolves.toEqual({ status: "cancelled" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("listens to its signal no longer than it lasts, and says what took too long", async () => {
    const controller = new AbortController();
    const off = vi.spyOn(controller.signal, "removeEventListener");
    const on = vi.spyOn(controller.signal, "addEventListener");
    await exchangeCode(async () => undefined, grant, controller);
    expect(off.mock.calls.map((call) => call.slice(0, 2))).toEqual(on.mock.calls.map((call) => call.slice(0, 2)));
    const late = vi.fn((_grant: Grant) => never());
    const ended = exchangeCode(late, grant, controller);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await ended).toMatchObject({ reason: "exchangeFailed", diagnosis: { category: "network" } });
  });

  test("that was cancelled before is not begun", async () => {
    const exchange = vi.fn(never);
    await expect(exchangeCode(exchange, grant, { signal: AbortSignal.abort() })).resolves.toEqual({
      status: "cancelled",
    });
    expect(exchange).not.toHaveBeenCalled();
  });
});

describe("F13: an error that the provider sent back", () => {
  test.each(["usercancel", "access_denied", "denied"])("%s means that the person said no", (error) => {
    expect(outcomeOfError(error)).toEqual({ status: "failed", reason: "denied" });
  });

  test("is looked up by its number", () => {
    for (const row of tencentCatalog.rows)
      expect(outcomeOfError(String(row.code))).toMatchObject({
        status: "failed",
        reason: "callbackError",
        diagnosis: { row, failure: { dialect: "redirect" } },
      });
  });

  test.each(["server_error", "100030", "1e5", "", "constructor", "<svg onload=alert(1)>"])(
    "%j is no code of the table",
    (error) => {
      expect(outcomeOfError(error)).toMatchObject({
        reason: "callbackError",
        diagnosis: { row: null, category: "unknown", retry: "no" },
      });
    },
  );
});
