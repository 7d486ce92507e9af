import { expect, test } from "vitest";
import { createSandbox, type Sandbox } from "./createSandbox.js";
import { createWorlds } from "./createWorlds.js";
import { authorizePath, choose, visit } from "./visit.js";

async function demo(sandbox: Sandbox, prefix = ""): Promise<string> {
  return (await (await visit(sandbox, `POST ${prefix}/app/session/demo`)).json()).session;
}

async function ret(sandbox: Sandbox, prefix: string, session: string): Promise<number> {
  return (await (await visit(sandbox, `GET ${prefix}/app/api/profile`, { headers: { "x-session": session } })).json())
    .ret;
}

test("keeps orders, sessions, tokens and log of one world from another", async () => {
  const sandbox = createSandbox();
  const [a, b] = [await demo(sandbox, "/w/a"), await demo(sandbox, "/w/b")];
  expect(await ret(sandbox, "/w/b", a)).toBe(1002);
  sandbox.world("a").order({ code: -6 });
  sandbox.world("a").changePassword();
  expect(await ret(sandbox, "/w/b", b)).toBe(0);
  expect(await ret(sandbox, "/w/a", a)).toBe(-6);
  expect(await ret(sandbox, "/w/a", a)).toBe(-73);
  expect(
    sandbox
      .world("b")
      .calls()
      .map(({ path }) => path),
  ).toEqual(["/app/session/demo", "/app/api/profile", "/app/api/profile", "/user/get_user_info"]);
  expect(sandbox.calls()).toEqual([]);
});

test("adds a friend to one world's person alone", async () => {
  const sandbox = createSandbox();
  const names = async (prefix: string): Promise<string> => {
    const headers = { "x-session": await demo(sandbox, prefix) };
    return (await visit(sandbox, `GET ${prefix}/app/api/friends`, { headers })).text();
  };
  const headers = { "x-session": await demo(sandbox, "/w/a") };
  await visit(sandbox, "POST /w/a/app/api/friends", { headers, body: { name: "Lin" } });
  expect(await names("/w/a")).toContain("Lin");
  expect(await names("/w/b")).not.toContain("Lin");
});

test.each([
  ["its path", "/w/a/app/api/profile", {}],
  ["a header", "/app/api/profile", { "x-sandbox": "a" }],
  ["the query", "/app/api/profile?sandbox=a", {}],
  ["a cookie", "/app/api/profile", { cookie: "x=y; sandbox=a" }],
])("finds the world by %s", async (_what, path, headers) => {
  const sandbox = createSandbox();
  sandbox.world("a").order({ code: -9 });
  expect(await (await visit(sandbox, `GET ${path}`, { headers: { ...headers } })).json()).toMatchObject({ ret: -9 });
});

test.each(["GET /w/a%20b/app/session", "GET /app/session?sandbox=../x", `GET /w/${"a".repeat(81)}/app/session`])(
  "knows no world at %s",
  async (call) => {
    expect((await visit(createSandbox(), call)).status).toBe(404);
  },
);

test("stays in its world through the authorize page", async () => {
  const sandbox = createSandbox();
  for (const path of [`/w/a${authorizePath()}`, authorizePath({ sandbox: "a" })]) {
    const page = await (await visit(sandbox, `GET ${path}`)).text();
    const form = new URL(/action="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "");
    const action = form.pathname + form.search;
    expect(action).toMatch(/^\/w\/a\/oauth2\.0\/authorize\?/);
    const code = (await choose(sandbox, "allow", action)).searchParams.get("code");
    expect(
      await (await visit(sandbox, "POST /w/a/app/session/qq", { body: { code, state: "s1" } })).json(),
    ).toMatchObject({ accountId: "account-a" });
    expect((await choose(sandbox, "error", action)).pathname).toBe("/w/a/oauth2.0/show");
  }
});

test("binds the cookie to its world", async () => {
  const response = await visit(createSandbox(), "POST /w/a/app/session/demo");
  expect(response.headers.get("set-cookie")).toContain("; Path=/w/a/;");
});

test("begins one world anew and leaves the others alone", async () => {
  const sandbox = createSandbox();
  const [a, b] = [await demo(sandbox, "/w/a"), await demo(sandbox, "/w/b")];
  await visit(sandbox, "POST /w/a/sandbox/reset");
  expect(await ret(sandbox, "/w/a", a)).toBe(1002);
  expect(await ret(sandbox, "/w/b", b)).toBe(0);
  sandbox.reset();
  expect(await ret(sandbox, "/w/b", b)).toBe(1002);
});

test("draws the same tokens from the same seed, and others from another seed or world", async () => {
  const first = await demo(createSandbox({ seed: 7 }));
  expect(await demo(createSandbox({ seed: 7 }))).toBe(first);
  expect(await demo(createSandbox({ seed: 8 }))).not.toBe(first);
  expect(await demo(createSandbox({ seed: 7 }), "/w/a")).not.toBe(first);
});

test("draws no session twice", async () => {
  const sandbox = createSandbox();
  const drawn = new Set<string>();
  for (let count = 0; count < 500; count += 1) drawn.add(await demo(sandbox));
  expect(drawn.size).toBe(500);
});

test("drops the least recently used world", () => {
  const worlds = createWorlds(1, 2);
  const [a, b] = [worlds.get("a"), worlds.get("b")];
  worlds.get("a");
  worlds.get("c");
  expect(worlds.get("a")).toBe(a);
  expect(worlds.get("b")).not.toBe(b);
});

test("keeps the log of a long-lived world short", async () => {
  const sandbox = createSandbox();
  for (let count = 0; count < 1005; count += 1) await visit(sandbox, "GET /app/session");
  expect(sandbox.calls()).toHaveLength(1000);
});
