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
    ["a success of the app's own and nothing else", { code: 20000, message: "success" }, undefined],
    ["a success in Chinese", { code: 1, msg: "登录成功", data: { token: "t" } }, undefined],
    ["a success in a number of its own, with data", { code: 10000, message: "请求成功", data: { user: 7 } }, undefined],
    ["the good number alone", { code: 0, message: "whatever", data: null }, undefined],
    ["the good number as a text", { code: "00000", msg: "", data: {} }, undefined],
    ["a good word for a number", { code: "OK", message: "hello" }, undefined],
    ["HTTP's number", { code: 201, message: "Created" }, undefined],
    ["a number that is none of it, with data", { code: 7, message: "hello", data: { user: { id: 7 } } }, undefined],
    ["an error number that is none", { errno: 0, errmsg: "ok" }, undefined],
    ["a word of success beside a number", { success: true, code: 5, message: "hello" }, undefined],
    ["a status of success", { status: "success", data: { user: { id: 7 } } }, undefined],
    ["a person with a status and a title", { id: 7, title: "Dr", status: "active", detail: "on leave" }, undefined],
    ["a detail that is good news", { detail: "Successfully logged in." }, undefined],
    ["an empty list of errors", { errors: [], data: { me: { id: 7 } } }, undefined],
    ["a message alone", { message: "Welcome back" }, undefined],
    ["nothing in it", {}, undefined],
    ["a good response of `wx.request`", { statusCode: 200, errMsg: "request:ok", data: { code: 0, data: null } }, undefined],
    ["a code that is data of the app's", { code: 0, data: { code: "INVITE-7", message: "for a friend" } }, undefined],
    ["an inherited account", Object.create({ accountId: "planted" }) as unknown, undefined],
  ])("that answers with %s succeeds", async (_what, answer, accountId) => {
    // a person by another name is told of
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await expect(exchangeCode(async () => answer, grant, request)).resolves.toMatchObject({ status: "succeeded", accountId });
    vi.restoreAllMocks();
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
    ["the app's own number and words", { code: 20004, message: "此账号已冻结" }, 20004],
    ["the app's own number in an axios response", { status: 200, data: { code: 20004, message: "frozen", data: null } }, 20004],
    ["a word for a number", { code: "ACCOUNT_FROZEN", message: "Your account is frozen" }, null],
    ["HTTP's number in the body alone", { code: 401 }, null],
    ["HTTP's number in five digits", { code: 40100, msg: "未登录", data: {} }, null],
    ["an `errno`", { errno: 1, errmsg: "bad code" }, null],
    ["an `errorCode` without words", { errorCode: "1001" }, null],
    ["a success that is none", { success: false }, null],
    ["an ok that is none", { ok: false, message: "no" }, null],
    ["Nest's body", { statusCode: 400, message: "Code expired", error: "Bad Request" }, null],
    ["Nest's body without a word", { statusCode: 401, message: "Unauthorized" }, null],
    ["Spring's body", { timestamp: 1, status: 500, error: "Internal Server Error", path: "/session/qq" }, null],
    ["Django's body", { detail: "Invalid code." }, null],
    ["FastAPI's body", { detail: [{ loc: ["body", "code"], msg: "field required", type: "missing" }] }, null],
    ["a problem of RFC 9457", { type: "about:blank", title: "Forbidden", status: 403, detail: "no" }, null],
    ["a problem without a status", { type: "https://a.example/expired", title: "Code expired", detail: "Sign in anew" }, null],
    ["an error that is an object", { error: { message: "no" } }, null],
    ["an error that is a yes", { error: true, message: "no" }, null],
    ["GraphQL's errors", { errors: [{ message: "no" }], data: null }, null],
    ["a status that is a word", { status: "error", message: "no" }, null],
    ["a success that did not come", { code: 1, message: "登录未成功" }, null],
    ["a response of `wx.request`", { statusCode: 400, errMsg: "request:ok", data: { message: "no" } }, null],
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

  test("that throws what no service explains says so to developers, once and without a secret", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const onCrash = vi.fn();
    const throwing = (thrown: Error) => exchangeCode(() => Promise.reject(thrown), grant, { ...request, onCrash });
    const slip = new TypeError("Cannot read properties of null (reading 'openid')");
    await throwing(slip);
    await throwing(slip);
    await throwing(new TypeError("token 0123456789abcdef is none"));
    await throwing(new TypeError("Failed to fetch"));
    await throwing(new Error("no"));
    expect(error.mock.calls).toEqual([
      ["[tencent-error-kit] exchange threw TypeError: Cannot read properties of null (reading 'openid')"],
      ["[tencent-error-kit] exchange threw TypeError: [redacted]"],
    ]);
    expect(onCrash).toHaveBeenCalledTimes(3);
    error.mockRestore();
  });

  test("that names the person by another field than accountId is told of once in development", async () => {
    const warned = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const answers = [
      { openid: "o" },
      { openid: "p" },
      { code: 0, data: { user_id: 7 } },
      { openid: "o", accountId: "a" },
      {},
      undefined,
    ];
    for (const answer of answers) await exchangeCode(() => Promise.resolve(answer), grant, request);
    const hint = (name: string): string[] => [
      `[tencent-error-kit] exchange resolved with ${name} and no accountId: return { accountId }, or another account may go unnoticed.`,
    ];
    expect(warned.mock.calls).toEqual([hint("openid"), hint("user_id")]);
    warned.mockRestore();
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
