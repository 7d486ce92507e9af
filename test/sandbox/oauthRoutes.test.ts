import { expect, test } from "vitest";
import { createSandbox, type Sandbox } from "./createSandbox.js";
import { choose, visit } from "./visit.js";

const app = { client_id: "100000001", client_secret: "sandbox-appkey" };
const exchange = { ...app, grant_type: "authorization_code", redirect_uri: "http://localhost:6006/callback" };
const renewal = { ...app, grant_type: "refresh_token" };

async function token(sandbox: Sandbox, fields: Record<string, string>): Promise<string> {
  const response = await visit(sandbox, `GET /oauth2.0/token?${new URLSearchParams(fields).toString()}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/html/);
  return response.text();
}

async function me(sandbox: Sandbox, query: string): Promise<string> {
  return (await visit(sandbox, `GET /oauth2.0/me?${query}`)).text();
}

async function codeOf(sandbox: Sandbox): Promise<string> {
  return (await choose(sandbox, "allow")).searchParams.get("code") ?? "";
}

async function signIn(sandbox: Sandbox): Promise<{ access_token: string; refresh_token: string }> {
  return JSON.parse(await token(sandbox, { ...exchange, code: await codeOf(sandbox), fmt: "json" }));
}

test("hands out a token as form text, with the openid when asked for", async () => {
  const sandbox = createSandbox();
  const body = await token(sandbox, { ...exchange, code: await codeOf(sandbox) });
  expect(body).toMatch(/^access_token=[0-9A-F]{32}&expires_in=7776000&refresh_token=[0-9A-F]{32}$/);
  expect(await token(sandbox, { ...exchange, code: await codeOf(sandbox), need_openid: "1" })).toMatch(
    /&openid=A0{30}1$/,
  );
});

test("hands out a token as JSON with its numbers as texts", async () => {
  const sandbox = createSandbox();
  const body = await token(sandbox, { ...exchange, code: await codeOf(sandbox), fmt: "json" });
  expect(JSON.parse(body)).toMatchObject({ expires_in: "7776000" });
});

test.each([
  ["no client_id", { client_id: "" }, 100001],
  ["no client_secret", { client_secret: "" }, 100002],
  ["no grant_type", { grant_type: "" }, 100004],
  ["an unknown grant_type", { grant_type: "password" }, 100004],
  ["no code", { code: "" }, 100005],
  ["no refresh token", { grant_type: "refresh_token" }, 100006],
  ["an unknown client_id", { client_id: "7" }, 100008],
  ["a wrong appkey", { client_secret: "guess" }, 100009],
  ["a foreign redirect_uri", { redirect_uri: "https://evil.example/" }, 100010],
  ["another redirect_uri than the page's", { redirect_uri: "http://localhost:6006/other" }, 100019],
  ["an unknown code", { code: "FFFF" }, 100019],
  ["an unknown refresh token", { grant_type: "refresh_token", refresh_token: "FFFF" }, 100021],
])("refuses %s in JSONP, and in JSON when asked for", async (_what, change, code) => {
  const sandbox = createSandbox();
  const asked = { ...exchange, code: await codeOf(sandbox), ...change };
  expect(await token(sandbox, asked)).toMatch(
    new RegExp(`^callback\\( \\{"error":${code},"error_description":"[^"]+"\\} \\);\\n$`),
  );
  expect(JSON.parse(await token(sandbox, { ...asked, fmt: "json" }))).toMatchObject({ error: code });
});

test("takes a code once and for ten minutes", async () => {
  let time = 0;
  const sandbox = createSandbox({ now: () => time });
  const code = await codeOf(sandbox);
  const late = await codeOf(sandbox);
  time = 599_999;
  expect(await token(sandbox, { ...exchange, code })).toContain("access_token=");
  expect(await token(sandbox, { ...exchange, code })).toContain('"error":100020');
  time = 600_000;
  expect(await token(sandbox, { ...exchange, code: late })).toContain('"error":100019');
});

test("renews with each refresh token once, for three months in all", async () => {
  let time = 0;
  const sandbox = createSandbox({ now: () => time });
  const first = (await signIn(sandbox)).refresh_token;
  time = 80 * 86_400_000;
  const second = JSON.parse(await token(sandbox, { ...renewal, refresh_token: first, fmt: "json" })).refresh_token;
  expect(second).not.toBe(first);
  expect(await token(sandbox, { ...renewal, refresh_token: first })).toContain('"error":100021');
  time = 90 * 86_400_000;
  expect(await token(sandbox, { ...renewal, refresh_token: second })).toContain('"error":100021');
});

test("says who a token belongs to", async () => {
  const sandbox = createSandbox();
  const { access_token } = await signIn(sandbox);
  const body = '{"client_id":"100000001","openid":"A0000000000000000000000000000001"}';
  expect(await me(sandbox, `access_token=${access_token}`)).toBe(`callback( ${body} );\n`);
  expect(await me(sandbox, `access_token=${access_token}&fmt=json`)).toBe(body);
  expect(await me(sandbox, `access_token=${access_token}&unionid=1`)).toContain(
    '"error":100048,"error_description":"CompanyID not set"',
  );
});

test.each([
  ["a missing token", "", () => undefined, 100007],
  ["an unknown token", "access_token=FFFF", () => undefined, 100016],
  ["a token after a revocation", "live", (sandbox: Sandbox) => sandbox.revoke(), 100016],
  ["an abolished token", "live", (sandbox: Sandbox) => sandbox.revoke(100015), 100015],
  ["an expired token", "live", (sandbox: Sandbox) => sandbox.expire(), 100014],
])("answers %s in JSONP", async (_what, query, happen, code) => {
  const sandbox = createSandbox();
  const { access_token } = await signIn(sandbox);
  happen(sandbox);
  const body = await me(sandbox, query === "live" ? `access_token=${access_token}` : query);
  expect(body).toMatch(new RegExp(`^callback\\( \\{"error":${code},`));
});

test("answers a revoked token as the real server does", async () => {
  const sandbox = createSandbox();
  const { access_token, refresh_token } = await signIn(sandbox);
  sandbox.revoke();
  expect(await me(sandbox, `access_token=${access_token}`)).toBe(
    'callback( {"error":100016,"error_description":"access token check failed"} );\n',
  );
  expect(await token(sandbox, { ...renewal, refresh_token })).toContain('"error":100021');
});

test("lets a token expire by the clock", async () => {
  let time = 0;
  const sandbox = createSandbox({ now: () => time });
  const { access_token } = await signIn(sandbox);
  time = 7_776_000_000;
  expect(await me(sandbox, `access_token=${access_token}`)).toContain('"error":100014');
});
