import { expect, test } from "vitest";
import {
  createExchange,
  type Exchange,
  type ExchangeOptions,
  type SignedIn,
} from "../../docs/recipes/createExchange.js";
import { createSandbox, type Sandbox } from "../sandbox/createSandbox.js";

const home = "http://localhost:3000";
const redirectUri = `${home}/tencent-callback.html`;
const appKey = "sandbox-appkey";
const state = "s".repeat(43);

interface Server {
  readonly exchange: Exchange;
  readonly sandbox: Sandbox;
  readonly sessions: readonly SignedIn[];
  /** Every address that the server called. */
  readonly calls: readonly string[];
}

function server(given: Partial<ExchangeOptions> = {}): Server {
  const sandbox = createSandbox({ appKey });
  const [sessions, calls]: [SignedIn[], string[]] = [[], []];
  const exchange = createExchange({
    appId: "100000001",
    appKey,
    origin: home,
    redirectUri,
    provider: "http://localhost:6007",
    send: async (address, init) => {
      calls.push(address);
      return sandbox.fetch(new Request(address, init));
    },
    openSession: async (who) => {
      sessions.push(who);
      return Response.json({ accountId: "a" }, { headers: { "set-cookie": "session=1; HttpOnly" } });
    },
    ...given,
  });
  return { exchange, sandbox, sessions, calls };
}

const startAt = (change: Record<string, string> = {}): Request => {
  const fields = { response_type: "code", client_id: "100000001", redirect_uri: redirectUri, state, ...change };
  return new Request(`${home}/session/qq/start?${new URLSearchParams(fields).toString()}`);
};

/** A browser that starts, lets the person choose at QQ, and has what it needs to finish. */
async function signIn({ exchange, sandbox }: Server): Promise<{ readonly code: string; readonly cookie: string }> {
  const begun = exchange.start(startAt());
  const page = begun.headers.get("location") ?? "";
  const chosen = new Request(page, {
    method: "POST",
    body: new URLSearchParams({ choice: "allow" }),
    redirect: "manual",
  });
  const back = new URL((await sandbox.fetch(chosen)).headers.get("location") ?? "");
  expect(back.searchParams.get("state")).toBe(state);
  return {
    code: back.searchParams.get("code") ?? "",
    cookie: (begun.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
  };
}

const finishWith = (body: unknown, headers: Record<string, string>): Request =>
  new Request(`${home}/session/qq`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { origin: home, ...headers },
  });

test("a code becomes a session, over the whole way", async () => {
  const app = server();
  const { code, cookie } = await signIn(app);
  const answer = await app.exchange.finish(finishWith({ code, state }, { cookie: `a=b; ${cookie}` }));
  expect([answer.status, await answer.json()]).toEqual([200, { accountId: "a" }]);
  expect(app.sessions).toEqual([
    {
      openid: expect.stringMatching(/./),
      accessToken: expect.stringMatching(/./),
      refreshToken: expect.stringMatching(/./),
      expiresInSeconds: 7_776_000,
    },
  ]);
  expect(answer.headers.getSetCookie()).toEqual(["session=1; HttpOnly", expect.stringContaining("Max-Age=0")]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test(
  "the state is bound to the browser by a cookie that no script reads and no other site sends",
  { tags: ["T15"] },
  () => {
    const begun = server().exchange.start(startAt({ scope: "get_user_info,list_album" }));
    const cookie = begun.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^__Host-te-[\w-]{43}=1; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(state);
    expect(new URL(begun.headers.get("location") ?? "").searchParams.get("scope")).toBe("get_user_info,list_album");
  },
);

test.each([
  ["another app", { client_id: "1" }],
  ["another return page", { redirect_uri: "https://evil.example/" }],
  ["a state that is none", { state: "x" }],
])("the browser is not sent to QQ for %s", (_what, change) => {
  const refused = server().exchange.start(startAt(change));
  expect([refused.status, refused.headers.get("location"), refused.headers.get("set-cookie")]).toEqual([
    400,
    null,
    null,
  ]);
});

test("the appkey goes to the provider's token address and nowhere else", async () => {
  const app = server();
  const { code, cookie } = await signIn(app);
  const answer = await app.exchange.finish(finishWith({ code, state }, { cookie }));
  expect(app.calls.filter((call) => call.includes(appKey)).map((call) => new URL(call).pathname)).toEqual([
    "/oauth2.0/token",
  ]);
  const [{ accessToken } = { accessToken: "?" }] = app.sessions;
  const said = `${await answer.text()}${JSON.stringify([...answer.headers])}`;
  expect([said.includes(appKey), said.includes(accessToken)]).toEqual([false, false]);
});

test("T13: a state is taken once, also when both come at the same time", async () => {
  const app = server();
  const { code, cookie } = await signIn(app);
  const answers = await Promise.all([1, 2, 3].map(() => app.exchange.finish(finishWith({ code, state }, { cookie }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  expect(app.calls.filter((call) => call.includes("/oauth2.0/token"))).toHaveLength(1);
});

test.each<readonly [string, (given: { code: string; cookie: string }) => Request, number]>([
  ["without the cookie", ({ code }) => finishWith({ code, state }, {}), 400],
  ["with another flow's state", ({ code, cookie }) => finishWith({ code, state: "x".repeat(43) }, { cookie }), 400],
  ["without a state", ({ code, cookie }) => finishWith({ code }, { cookie }), 400],
  ["without a code", ({ cookie }) => finishWith({ state }, { cookie }), 400],
  ["with lists for texts", ({ code, cookie }) => finishWith({ code: [code], state: [state] }, { cookie }), 400],
  [
    "with no JSON",
    ({ cookie }) => new Request(home, { method: "POST", body: "code=1", headers: { origin: home, cookie } }),
    400,
  ],
  [
    "from another site",
    ({ code, cookie }) => finishWith({ code, state }, { cookie, origin: "https://evil.example" }),
    403,
  ],
  ["from nowhere", ({ code, cookie }) => finishWith({ code, state }, { cookie, origin: "null" }), 403],
])("T15: a request %s asks the provider nothing", { tags: ["T15"] }, async (_what, make, status) => {
  const app = server();
  const answer = await app.exchange.finish(make(await signIn(app)));
  expect([answer.status, app.calls, app.sessions]).toEqual([status, [], []]);
});

test("T16: a token that was given to another app opens no session", { tags: ["T16"] }, async () => {
  const send = async (address: string): Promise<Response> =>
    Response.json(
      address.includes("/me?") ? { client_id: "999", openid: "O" } : { access_token: "T", expires_in: "1" },
    );
  const app = server({ send });
  const answer = await app.exchange.finish(finishWith({ code: "C", state }, { cookie: (await signIn(app)).cookie }));
  expect([answer.status, await answer.json(), app.sessions]).toEqual([403, { error: "wrong_app" }, []]);
});

test("the provider's number reaches the page, its words do not", async () => {
  const app = server();
  const { cookie } = await signIn(app);
  const answer = await app.exchange.finish(finishWith({ code: "UNKNOWN", state }, { cookie }));
  expect([answer.status, await answer.text()]).toEqual([502, '{"error":100019}']);
});
