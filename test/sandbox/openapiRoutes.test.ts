import { expect, test } from "vitest";
import { accounts } from "./accounts.js";
import { createSandbox, type Sandbox } from "./createSandbox.js";
import { choose, visit } from "./visit.js";

const profile = "/user/get_user_info";
const friends = "/relation/friends";

async function signedIn(sandbox: Sandbox, scope = "get_user_info"): Promise<Record<string, string>> {
  const path = `/oauth2.0/authorize?response_type=code&client_id=100000001&redirect_uri=http://localhost:6006/cb&state=s&scope=${scope}`;
  const code = (await choose(sandbox, "allow", path)).searchParams.get("code") ?? "";
  const asked = `grant_type=authorization_code&client_id=100000001&client_secret=sandbox-appkey&redirect_uri=http://localhost:6006/cb&code=${code}&fmt=json`;
  const { access_token } = await (await visit(sandbox, `GET /oauth2.0/token?${asked}`)).json();
  return { access_token, oauth_consumer_key: "100000001", openid: accounts["account-a"].openid };
}

async function ask(sandbox: Sandbox, path: string, query: Record<string, string>, name?: string): Promise<string> {
  const call = `${name === undefined ? "GET" : "POST"} ${path}?${new URLSearchParams(query).toString()}`;
  const response = await visit(sandbox, call, name === undefined ? {} : { body: { name } });
  expect(response.status).toBe(200);
  return response.text();
}

test("answers profile and friends with ret 0", async () => {
  const sandbox = createSandbox();
  const query = await signedIn(sandbox);
  expect(JSON.parse(await ask(sandbox, profile, query))).toMatchObject({
    ret: 0,
    msg: "",
    is_lost: 0,
    nickname: "小明",
  });
  expect(JSON.parse(await ask(sandbox, friends, query)).friends).toContainEqual({ nickname: "小红" });
});

test("adds a friend and counts it", async () => {
  const sandbox = createSandbox();
  const query = await signedIn(sandbox);
  expect(JSON.parse(await ask(sandbox, friends, query, "Lin"))).toEqual({
    ret: 0,
    msg: "",
    friend: { nickname: "Lin" },
  });
  expect(JSON.parse(await ask(sandbox, friends, query)).friends).toContainEqual({ nickname: "Lin" });
  expect(sandbox.executions()).toBe(1);
});

test.each([
  ["no openid", profile, { openid: "" }, -1],
  ["no token", profile, { access_token: "" }, -1],
  ["an unknown token", profile, { access_token: "FFFF" }, -23],
  ["another app's id", profile, { oauth_consumer_key: "7" }, -2],
  ["another person's openid", profile, { openid: accounts["account-b"].openid }, -22],
  ["no openid at the relation API", friends, { openid: "" }, 251001],
  ["an unknown token at the relation API", friends, { access_token: "FFFF" }, 251002],
])("refuses %s", async (_what, path, change, code) => {
  const sandbox = createSandbox();
  expect(JSON.parse(await ask(sandbox, path, { ...(await signedIn(sandbox)), ...change })).ret).toBe(code);
});

test("refuses a friend without a name", async () => {
  const sandbox = createSandbox();
  expect(JSON.parse(await ask(sandbox, friends, await signedIn(sandbox), " ")).ret).toBe(251001);
  expect(sandbox.executions()).toBe(0);
});

test.each([
  ["a revocation", (sandbox: Sandbox) => sandbox.revoke(), 'callback( {"error":100016,'],
  ["a revocation of this API's own code", (sandbox: Sandbox) => sandbox.revoke(-21), '{"ret":-21,'],
  [
    "a change of password",
    (sandbox: Sandbox) => sandbox.changePassword(),
    '{"ret":-73,"msg":"the user modify password wrong"}',
  ],
  ["expiry", (sandbox: Sandbox) => sandbox.expire(), 'callback( {"error":100014,'],
])("answers every API alike after %s", async (_what, happen, start) => {
  const sandbox = createSandbox();
  const query = await signedIn(sandbox);
  happen(sandbox);
  for (const body of [
    await ask(sandbox, profile, query),
    await ask(sandbox, friends, query),
    await ask(sandbox, friends, query, "Lin"),
  ])
    expect(body.startsWith(start)).toBe(true);
  expect(sandbox.executions()).toBe(0);
});

test("asks for a scope when one is set", async () => {
  const sandbox = createSandbox();
  sandbox.set({ friendsScope: "list_friends" });
  expect(JSON.parse(await ask(sandbox, friends, await signedIn(sandbox))).ret).toBe(-20);
  expect(JSON.parse(await ask(sandbox, friends, await signedIn(sandbox, "get_user_info,list_friends"))).ret).toBe(0);
});
