import { expect, test } from "vitest";
import { createSandbox, type Sandbox } from "./createSandbox.js";
import type { Order } from "./Order.js";
import { authorizePath, visit } from "./visit.js";

async function give(sandbox: Sandbox, order: unknown): Promise<Response> {
  return visit(sandbox, "POST /sandbox/orders", { body: order });
}

async function friends(sandbox: Sandbox, method = "GET"): Promise<Response> {
  const { session } = await (await visit(sandbox, "POST /app/session/demo")).json();
  return visit(sandbox, `${method} /app/api/friends`, {
    headers: { "x-session": session },
    ...(method === "POST" ? { body: { name: "Lin" } } : {}),
  });
}

test("fails the next call and then no more", async () => {
  const sandbox = createSandbox();
  expect(await (await give(sandbox, { code: 251004 })).json()).toEqual({ ok: true });
  expect(await (await friends(sandbox)).json()).toMatchObject({ ret: 251004 });
  expect(await (await friends(sandbox)).json()).toMatchObject({ ret: 0 });
});

test("fails as often as ordered, by path and method", async () => {
  const sandbox = createSandbox();
  await give(sandbox, { path: "/app/api/friends", method: "post", code: -6, times: 2 });
  expect(await (await friends(sandbox)).json()).toMatchObject({ ret: 0 });
  for (const ret of [-6, -6, 0]) expect(await (await friends(sandbox, "POST")).json()).toMatchObject({ ret });
  expect(sandbox.executions()).toBe(1);
});

test("takes several orders in their order", async () => {
  const sandbox = createSandbox();
  await give(sandbox, [{ code: -1 }, { code: -2 }]);
  for (const ret of [-1, -2, 0]) expect(await (await friends(sandbox)).json()).toMatchObject({ ret });
});

test.each<[string, Order, number, RegExp | string]>([
  [
    "a rate limit with a status",
    { code: -6, httpStatus: 429, retryAfter: 30 },
    429,
    '{"ret":-6,"msg":"api freq out of limit"}',
  ],
  ["the gateway's 502", { html: 502 }, 502, /<title>502 Bad Gateway<\/title>[^]*<center>stgw<\/center>/],
  ["the gateway's 503", { html: 503 }, 503, /503 Service Temporarily Unavailable/],
  ["the gateway's 504", { html: 504 }, 504, /504 Gateway Time-out/],
  ["a bare status", { httpStatus: 500 }, 500, ""],
  [
    "a body of its own",
    { body: 'callback( {"error":100016,"error_descr' },
    200,
    'callback( {"error":100016,"error_descr',
  ],
  ["a text of its own", { code: -4, message: "app ip 10.0.0.1 is not allowed" }, 200, /10\.0\.0\.1 is not allowed/],
])("answers with %s", async (_what, order, status, body) => {
  const sandbox = createSandbox();
  await give(sandbox, order);
  const response = await friends(sandbox);
  expect(response.status).toBe(status);
  expect(response.headers.get("retry-after")).toBe(order.retryAfter === undefined ? null : String(order.retryAfter));
  if (typeof body === "string") expect(await response.text()).toBe(body);
  else expect(await response.text()).toMatch(body);
});

test("strands the authorize page by order", async () => {
  const sandbox = createSandbox();
  sandbox.order({ path: "/oauth2.0/authorize", code: 100011 });
  const response = await visit(sandbox, `GET ${authorizePath()}`);
  expect(new URL(response.headers.get("location") ?? "").searchParams.get("error")).toBe("100011");
});

test("waits by the given sleep and then answers as usual", async () => {
  const slept: number[] = [];
  const sandbox = createSandbox({ sleep: async (ms) => void slept.push(ms) });
  sandbox.order({ delayMs: 1500 });
  expect(await (await friends(sandbox)).json()).toMatchObject({ ret: 0 });
  expect(slept).toEqual([1500]);
});

test("is slow everywhere once for each call when set to", async () => {
  const slept: number[] = [];
  const sandbox = createSandbox({ sleep: async (ms) => void slept.push(ms) });
  await visit(sandbox, "POST /sandbox/settings", { body: { slowMs: 80 } });
  await friends(sandbox);
  expect(slept).toEqual([80, 80]);
});

test("stays silent until the caller aborts", async () => {
  const sandbox = createSandbox();
  sandbox.order({ silent: true });
  const caller = new AbortController();
  const call = visit(sandbox, "GET /app/api/friends", { signal: caller.signal });
  await expect.poll(() => sandbox.calls().length).toBe(1);
  expect(sandbox.calls()[0]).toMatchObject({ status: null, code: null });
  caller.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

test("gives up a delay when the caller aborts", async () => {
  const sandbox = createSandbox();
  sandbox.order({ delayMs: 86_400_000 });
  await expect(visit(sandbox, "GET /app/api/friends", { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: "AbortError",
  });
});

test("silences Tencent behind the app's back end", async () => {
  const sandbox = createSandbox();
  const { session } = await (await visit(sandbox, "POST /app/session/demo")).json();
  sandbox.order({ path: "/relation/", silent: true });
  const caller = new AbortController();
  const call = visit(sandbox, "GET /app/api/friends", { signal: caller.signal, headers: { "x-session": session } });
  await expect.poll(() => sandbox.calls().length).toBe(3);
  caller.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

test("loses the answer of a mutation that was carried out", async () => {
  const sandbox = createSandbox();
  sandbox.order({ path: "/app/api/friends", html: 502, afterwards: true });
  expect((await friends(sandbox, "POST")).status).toBe(502);
  expect(sandbox.executions()).toBe(1);
  sandbox.order({ path: "/app/api/friends", retryAfter: 1, afterwards: true });
  expect(await (await friends(sandbox, "POST")).json()).toMatchObject({ ret: 0 });
  expect(sandbox.executions()).toBe(2);
});

test.each([
  ["an unknown field", { cod: -1 }, /orders know no field "cod"/],
  ["an inherited field", JSON.parse('{"constructor":1}'), /no field "constructor"/],
  ["an unknown shape", { code: -1, shape: "xml" }, /"shape" has a value/],
  ["a path that is none", { path: "app" }, /"path" has a value/],
  ["a code that is text", { code: "-1" }, /"code" has a value/],
  ["no object", 7, /an order is an object/],
])("refuses %s and says why", async (_what, order, reason) => {
  const response = await give(createSandbox(), order);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toMatch(reason);
});

test("refuses settings that it does not know", async () => {
  const sandbox = createSandbox();
  expect((await visit(sandbox, "POST /sandbox/settings", { body: { coop: "yes" } })).status).toBe(400);
  expect((await visit(sandbox, "POST /sandbox/settings", { body: { fast: true } })).status).toBe(400);
});

test.each([
  ["revoke", undefined, '"error":100016'],
  ["revoke", { code: 100015 }, '"error":100015'],
  ["expire", undefined, '"error":100014'],
  ["password", undefined, '"ret":-73'],
])("spoils all tokens by POST /sandbox/%s %j", async (name, body, answer) => {
  const sandbox = createSandbox();
  const { session } = await (await visit(sandbox, "POST /app/session/demo")).json();
  await visit(sandbox, `POST /sandbox/${name}`, body === undefined ? {} : { body });
  expect(await (await visit(sandbox, "GET /app/api/profile", { headers: { "x-session": session } })).text()).toContain(
    answer,
  );
  expect(await (await friends(sandbox)).json()).toMatchObject({ ret: 0 });
});

test("never lets an order reach the log or the sandbox's own calls", async () => {
  const sandbox = createSandbox();
  sandbox.order({ path: "/", code: -1, times: 9 });
  expect((await (await visit(sandbox, "GET /app/api/log")).json()).calls).toEqual([]);
  expect(await (await visit(sandbox, "POST /sandbox/reset")).json()).toEqual({ ok: true });
  expect(await (await friends(sandbox)).json()).toMatchObject({ ret: 0 });
});
