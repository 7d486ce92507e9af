import { afterEach, expect, test, vi } from "vitest";
import { createServerSignIn, type ServerSignIn } from "../../docs/recipes/createServerSignIn.js";
import { exchangeCode } from "../../src/oauth/exchangeCode.js";
import { parseCallback } from "../../src/oauth/callbackMessage.js";
import { tencentFetch } from "../../src/fetch.js";
import { createSandbox } from "../sandbox/createSandbox.js";

const home = "http://localhost:3000";
const state = "s".repeat(43);
const session = "session=1; HttpOnly";

afterEach(() => {
  vi.unstubAllGlobals();
});

function server(openSession = async (_code: string): Promise<string | undefined> => session) {
  const sandbox = createSandbox({ appKey: "sandbox-appkey" });
  const opened = vi.fn(openSession);
  const signIn = createServerSignIn({
    appId: "100000001",
    callbackUri: `${home}/auth/qq/callback`,
    returnPage: "/tencent-callback.html",
    provider: "http://localhost:6007",
    openSession: opened,
  });
  return { signIn, sandbox, opened };
}

/** The kit's window as a browser goes through it: the app's route, the provider's page, the app's callback. */
async function signInWith({ signIn, sandbox }: ReturnType<typeof server>, choice: string): Promise<Response> {
  // what the kit adds to every `authorizeUrl`
  const asked = { response_type: "code", client_id: "100000001", redirect_uri: `${home}/tencent-callback.html`, state };
  const begun = signIn.login(new Request(`${home}/auth/qq/login?${new URLSearchParams(asked).toString()}`));
  const body = new URLSearchParams({ choice });
  const page = new Request(begun.headers.get("location") ?? "", { method: "POST", body, redirect: "manual" });
  const back = (await sandbox.fetch(page)).headers.get("location") ?? "";
  expect(back).toContain(`${home}/auth/qq/callback?`);
  return comeBack(signIn, back, begun.headers.get("set-cookie") ?? "");
}

async function comeBack(signIn: ServerSignIn, address: string, cookie: string): Promise<Response> {
  return signIn.callback(new Request(address, { headers: { cookie: `a=b; ${cookie.split(";")[0] ?? ""}` } }));
}

const answerOf = (response: Response) => parseCallback(response.headers.get("location") ?? "");

test("the server takes the code, and the kit's own state comes back to its return page", async () => {
  const app = server();
  const answer = await signInWith(app, "allow");
  expect(answer.headers.get("location")).toBe(`/tencent-callback.html?code=done&state=${state}`);
  expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining("Max-Age=0"), session]);
  expect(app.opened.mock.lastCall?.[0]).toMatch(/./);
});

test("the exchange that asks for the session names its account", async () => {
  const callback = answerOf(await signInWith(server(), "allow"));
  expect(callback).toEqual({ state, code: "done" });
  vi.stubGlobal("fetch", async () => Response.json({ code: 0, data: { openid: "A1", name: "Alice" } }));
  interface Session {
    readonly data: { readonly openid: string; readonly name: string };
  }
  const outcome = await exchangeCode(
    async ({ signal }) => {
      const { data } = await tencentFetch<Session>("/api/session", { signal });
      return { accountId: data.openid, name: data.name };
    },
    { state, code: "done" },
    { signal: new AbortController().signal },
  );
  expect(outcome).toEqual({ status: "succeeded", accountId: "A1", name: "Alice" });
});

test("a person who refuses at the provider has refused here", async () => {
  const app = server();
  const answer = await signInWith(app, "deny");
  expect(answerOf(answer)).toMatchObject({ state, error: expect.stringMatching(/^(?:usercancel|access_denied)$/) });
  expect([app.opened.mock.calls, answer.headers.getSetCookie()]).toEqual([[], [expect.stringContaining("Max-Age=0")]]);
});

test("a code that the server can't use is a failed sign-in", async () => {
  const answer = await signInWith(
    server(async () => undefined),
    "allow",
  );
  expect(answerOf(answer)).toEqual({ state, error: "server_error" });
  expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining("Max-Age=0")]);
});

test.each([
  ["no cookie of this browser", ""],
  ["the cookie of another sign-in", `__Host-te-${state.slice(0, 10)}=other`],
])("an answer with %s opens no session", async (_what, cookie) => {
  const { signIn, opened } = server();
  const answer = await comeBack(signIn, `${home}/auth/qq/callback?code=C&state=${state}`, cookie);
  expect([answer.status, answer.headers.get("location"), opened.mock.calls]).toEqual([400, null, []]);
});

test("a sign-in without a state of the kit's does not begin", () => {
  expect(server().signIn.login(new Request(`${home}/auth/qq/login`)).status).toBe(400);
});
