import { expect, test } from "vitest";
import { createSandbox, type Sandbox } from "./createSandbox.js";
import { choose, visit } from "./visit.js";

interface SignedIn {
  readonly accountId: string;
  readonly session: string;
}

async function demo(sandbox: Sandbox, account?: string): Promise<SignedIn> {
  return (await visit(sandbox, "POST /app/session/demo", { body: account === undefined ? {} : { account } })).json();
}

function addFriend(sandbox: Sandbox, session: string, headers: Record<string, string> = {}): Promise<Response> {
  return visit(sandbox, "POST /app/api/friends", {
    body: { name: "Lin" },
    headers: { "x-session": session, ...headers },
  });
}

test("trades a code for a session that both cookie and header open", async () => {
  const sandbox = createSandbox();
  const code = (await choose(sandbox, "another")).searchParams.get("code");
  const response = await visit(sandbox, "POST /app/session/qq", { body: { code, state: "s1" } });
  const { accountId, session } = await response.json();
  expect(accountId).toBe("account-b");
  expect(response.headers.get("set-cookie")).toBe(`te_session=${session}; Path=/; HttpOnly; SameSite=Lax`);
  for (const headers of [{ cookie: `a=b; te_session=${session}` }, { "x-session": session }])
    expect(await (await visit(sandbox, "GET /app/session", { headers })).json()).toMatchObject({
      accountId: "account-b",
    });
});

test("knows no account without a session", async () => {
  const sandbox = createSandbox();
  expect(await (await visit(sandbox, "GET /app/session")).json()).toEqual({ accountId: null });
  expect(await (await visit(sandbox, "GET /app/api/profile")).json()).toEqual({ ret: 1002, msg: "请先登录" });
});

test("never lets the appkey or a token out", async () => {
  const sandbox = createSandbox();
  const code = (await choose(sandbox, "allow")).searchParams.get("code");
  const begun = await (await visit(sandbox, "POST /app/session/qq", { body: { code, state: "s1" } })).text();
  expect(Object.keys(JSON.parse(begun))).toEqual(["accountId", "session"]);
  expect(await (await visit(sandbox, "GET /app/api/log")).text()).not.toContain("sandbox-appkey");
});

test("relays the refusal of a used code unchanged", async () => {
  const sandbox = createSandbox();
  const code = (await choose(sandbox, "allow")).searchParams.get("code");
  await visit(sandbox, "POST /app/session/qq", { body: { code, state: "s1" } });
  const again = await visit(sandbox, "POST /app/session/qq", { body: { code, state: "s1" } });
  expect(again.status).toBe(200);
  expect(await again.text()).toBe('callback( {"error":100020,"error_description":"code is reused error"} );\n');
  expect(await (await visit(sandbox, "POST /app/session/qq", { body: { code: "FF", state: "s1" } })).text()).toContain(
    "100019",
  );
});

test("refuses another state than the page's", async () => {
  const sandbox = createSandbox();
  const code = (await choose(sandbox, "allow")).searchParams.get("code");
  for (const state of ["s2", "", undefined])
    expect((await visit(sandbox, "POST /app/session/qq", { body: { code, state } })).status).toBe(400);
  expect((await visit(sandbox, "POST /app/session/qq", { body: { code, state: "s1" } })).status).toBe(200);
});

test("signs in without the page for a story", async () => {
  const sandbox = createSandbox();
  expect((await demo(sandbox)).accountId).toBe("account-a");
  expect((await demo(sandbox, "account-b")).accountId).toBe("account-b");
  expect((await visit(sandbox, "POST /app/session/demo", { body: { account: "toString" } })).status).toBe(400);
});

test("signs out", async () => {
  const sandbox = createSandbox();
  const { session } = await demo(sandbox);
  const headers = { "x-session": session };
  await visit(sandbox, "DELETE /app/session", { headers });
  expect(await (await visit(sandbox, "GET /app/session", { headers })).json()).toEqual({ accountId: null });
});

test("relays a revoked token as HTTP 200 until the next sign-in", async () => {
  const sandbox = createSandbox();
  const { session } = await demo(sandbox);
  sandbox.revoke();
  const headers = { "x-session": session };
  const answers = [
    await visit(sandbox, "GET /app/api/friends", { headers }),
    await visit(sandbox, "GET /app/api/profile", { headers }),
    await addFriend(sandbox, session),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('callback( {"error":100016,"error_description":"access token check failed"} );\n');
  }
  const renewed = await demo(sandbox);
  expect(await (await addFriend(sandbox, renewed.session)).json()).toMatchObject({ ret: 0 });
  expect(sandbox.executions()).toBe(1);
});

test("carries out one mutation per idempotency key", async () => {
  const sandbox = createSandbox();
  const { session } = await demo(sandbox);
  const first = await (await addFriend(sandbox, session, { "idempotency-key": "k1" })).text();
  expect(await (await addFriend(sandbox, session, { "idempotency-key": "k1" })).text()).toBe(first);
  expect(sandbox.executions()).toBe(1);
  await addFriend(sandbox, session, { "idempotency-key": "k2" });
  await addFriend(sandbox, session);
  expect(sandbox.executions()).toBe(3);
});

test("does not keep a failure by its idempotency key", async () => {
  const sandbox = createSandbox();
  const { session } = await demo(sandbox);
  sandbox.order({ path: "/relation/friends", code: 251005 });
  expect(await (await addFriend(sandbox, session, { "idempotency-key": "k1" })).json()).toMatchObject({ ret: 251005 });
  expect(await (await addFriend(sandbox, session, { "idempotency-key": "k1" })).json()).toMatchObject({ ret: 0 });
});

test("logs every call with its outcome and account", async () => {
  const sandbox = createSandbox({ now: () => 42 });
  const { session } = await demo(sandbox);
  sandbox.order({ path: "/user/", code: -6, retryAfter: 3 });
  const relayed = await visit(sandbox, "GET /app/api/profile", { headers: { "x-session": session } });
  expect(relayed.headers.get("retry-after")).toBe("3");
  const { calls, executions } = await (await visit(sandbox, "GET /app/api/log")).json();
  const known = { at: 42, account: "account-a", status: 200 };
  expect(calls).toEqual([
    { method: "POST", path: "/app/session/demo", at: 42, account: null, status: 200, code: null },
    { method: "GET", path: "/app/api/profile", ...known, code: -6 },
    { method: "GET", path: "/user/get_user_info", ...known, code: -6 },
  ]);
  expect(executions).toBe(0);
  expect(sandbox.calls()).toEqual(calls);
});

test("answers the preflight of an app on another port", async () => {
  const headers = {
    origin: "http://localhost:6006",
    "access-control-request-method": "POST",
    "access-control-request-headers": "idempotency-key,x-session",
  };
  const response = await visit(createSandbox(), "OPTIONS /w/story/app/api/friends", { headers });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:6006");
  expect(response.headers.get("access-control-allow-credentials")).toBe("true");
  expect(response.headers.get("access-control-allow-headers")).toBe("idempotency-key,x-session");
});

test("lets the app read ordered failures and when to come back", async () => {
  const sandbox = createSandbox();
  sandbox.order({ code: -6, retryAfter: 2 });
  const response = await visit(sandbox, "GET /app/api/profile", { headers: { origin: "http://localhost:6006" } });
  expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:6006");
  expect(response.headers.get("access-control-expose-headers")).toContain("retry-after");
  expect(await response.json()).toMatchObject({ ret: -6 });
});

test.each(["https://evil.example", "null", "http://localhost.evil.example:6006"])(
  "refuses a page of %s",
  async (origin) => {
    const sandbox = createSandbox();
    for (const call of ["POST /app/session/demo", "POST /sandbox/revoke", "OPTIONS /app/session"]) {
      const response = await visit(sandbox, call, { headers: { origin } });
      expect(response.status).toBe(403);
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  },
);

test("gives Tencent's own routes no CORS", async () => {
  const response = await visit(createSandbox(), "GET /oauth2.0/me", { headers: { origin: "http://localhost:6006" } });
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});
