import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, TencentError } from "../../src/core.js";
import { createTencentFetch, tencentFetch } from "../../src/fetch.js";
import { attachTencentErrors, tencentRetry } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { outcomesOf } from "../client/outcomesOf.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server that answers a call by its session; every answer's body can be read once. */
function page() {
  const reauth = fakeReauth();
  const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
  const bodies: string[] = [];
  let session = "old";
  const send = vi.fn<typeof fetch>(async (input, init) => {
    const asked = session;
    init?.signal?.throwIfAborted();
    bodies.push(input instanceof Request ? await input.text() : typeof init?.body === "string" ? init.body : "");
    const body = asked === "new" ? { ret: 0, asked } : { ret: -21, msg: "revoked" };
    return new Response(JSON.stringify(body), { headers: { "content-type": "text/html" } });
  });
  const signIn = async (): Promise<void> => {
    client.reauth.start();
    session = "new";
    reauth.end({ status: "succeeded", accountId: "ann" });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { client, send, bodies, signIn, tencentFetch: createTencentFetch(client, send) };
}

const answering = (body: BodyInit | null, init?: ResponseInit) =>
  vi.stubGlobal(
    "fetch",
    vi.fn<typeof fetch>().mockImplementation(async () => new Response(body, init)),
  );

describe("tencentFetch", () => {
  test.each([
    ["JSON sent as HTML", '{"ret":0,"list":[1]}', { ret: 0, list: [1] }],
    ["an array", "[1,2]", [1, 2]],
    ["JSONP", 'callback( {"client_id":"1","openid":"A"} );\n', { client_id: "1", openid: "A" }],
    ["a text", "pong", "pong"],
  ])("gives %s", async (_what, body, expected) => {
    answering(body);
    await expect(tencentFetch("/api")).resolves.toEqual(expected);
  });

  test.each([
    ["JSON in an HTTP 200", '{"ret":-21}', {}, { code: -21, path: "/api/friends", method: "GET", httpStatus: 200 }],
    ["JSONP", 'callback( {"error":100016,"error_description":"x"} );', {}, { code: 100016 }],
    [
      "a gateway's page",
      "<html><title>502 Bad Gateway</title></html>",
      { status: 502 },
      { code: null, httpStatus: 502 },
    ],
    ["a limit", '{"ret":-6}', { status: 429, headers: { "retry-after": "7" } }, { code: -6, retryAfterMs: 7000 }],
  ])("throws %s as a failure", async (_what, body, init, expected) => {
    answering(body, init);
    const error: unknown = await tencentFetch("/api/friends?openkey=secret").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TencentError);
    expect((error as TencentError).diagnosis.failure).toMatchObject(expected);
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  test("gives null for an answer that has no body by its nature", async () => {
    answering(null, { status: 204 });
    await expect(tencentFetch("/api", { method: "DELETE" })).resolves.toBeNull();
    answering("");
    await expect(tencentFetch("/api", { method: "HEAD" })).resolves.toBeNull();
  });

  test("reports a lost network with its call, and rethrows an abort", async () => {
    vi.stubGlobal("fetch", vi.fn<typeof fetch>().mockRejectedValue(new TypeError("Failed to fetch")));
    const error: unknown = await tencentFetch("/api").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ diagnosis: { category: "network" } });
    const reason = new DOMException("unmounted", "AbortError");
    vi.stubGlobal("fetch", vi.fn<typeof fetch>().mockRejectedValue(reason));
    const signal = AbortSignal.abort(reason);
    await expect(tencentFetch("/api", { signal })).rejects.toBe(reason);
  });

  test("feeds a query", async () => {
    answering('{"ret":0}');
    const queryClient = new QueryClient();
    const observer = new QueryObserver(queryClient, { queryKey: ["a"], queryFn: () => tencentFetch("/api/friends") });
    observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(observer.getCurrentResult().data).toEqual({ ret: 0 });
    queryClient.clear();
  });
});

describe("a client's tencentFetch", () => {
  test("holds a change, asks, and sends it again with its body", async () => {
    const { client, tencentFetch, bodies, signIn } = page();
    const request = new Request("https://app.example/api", { method: "POST", body: "two" });
    const outcomes = outcomesOf([tencentFetch("/api", { method: "POST", body: "one" }), tencentFetch(request)]);
    await vi.advanceTimersByTimeAsync(50);
    await signIn();
    expect(client.reauth.getSnapshot().toConfirm).toBe(2);
    client.reauth.resume();
    await vi.advanceTimersByTimeAsync(50);
    expect(outcomes.resolved).toHaveLength(2);
    expect(bodies.sort()).toEqual(["one", "one", "two", "two"]);
  });

  test("sends by itself what is marked, and never a stream", async () => {
    const { tencentFetch, send, signIn } = page();
    const upload = (): RequestInit & { readonly duplex: "half" } => ({
      method: "POST",
      body: new ReadableStream(),
      duplex: "half",
    });
    const outcomes = outcomesOf([
      tencentFetch("/api", { method: "PUT" }, { replay: "auto" }),
      tencentFetch("/api", upload()),
      tencentFetch("/api", upload(), { replay: "auto" }),
    ]);
    await vi.advanceTimersByTimeAsync(50);
    expect(outcomes.rejected).toHaveLength(2);
    await signIn();
    await vi.advanceTimersByTimeAsync(50);
    expect(outcomes.resolved).toHaveLength(1);
    expect(send).toHaveBeenCalledTimes(4);
  });

  test("fails a read at once and does not send it while the prompt is open", async () => {
    const { client, tencentFetch, send, signIn } = page();
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: tencentRetry(client) } } });
    attachTencentErrors(queryClient, client);
    const observer = new QueryObserver(queryClient, { queryKey: ["a"], queryFn: () => tencentFetch("/api/friends") });
    observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(50);
    queryClient.getQueryCache().onFocus();
    await vi.advanceTimersByTimeAsync(50);
    expect(observer.getCurrentResult()).toMatchObject({ isError: true, fetchStatus: "idle" });
    expect(send).toHaveBeenCalledOnce();
    await signIn();
    await vi.advanceTimersByTimeAsync(50);
    expect(observer.getCurrentResult().data).toEqual({ ret: 0, asked: "new" });
    expect(send).toHaveBeenCalledTimes(2);
    queryClient.clear();
  });

  test("lets go of a held change whose signal aborts", async () => {
    const { tencentFetch } = page();
    const controller = new AbortController();
    const { signal } = controller;
    const outcomes = outcomesOf([tencentFetch("/api", { method: "POST", signal })]);
    await vi.advanceTimersByTimeAsync(500);
    controller.abort("left");
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes.rejected).toEqual(["left"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
