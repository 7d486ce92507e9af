import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handleCallback } from "../../src/callback.js";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import en from "../../src/locales/en.js";
import type { ReauthFlow } from "../../src/model/ReauthFlow.js";
import { leaving, type Leaving } from "../flows/leaving.js";
import { windowLike } from "../flows/windowLike.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";

const home = location.href;
const replace = vi.fn<(address: string) => void>();
const closeWindow = vi.fn();
const exchange = vi.fn(() => Promise.resolve({ accountId: 7 }));
let left: Leaving;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  for (const mock of [replace, closeWindow, exchange]) mock.mockClear();
  emptyStorages();
  left = leaving();
  vi.spyOn(window, "close").mockImplementation(() => undefined);
  const popup = windowLike({ closed: false, opener: null, close: closeWindow, location: { replace } });
  vi.spyOn(window, "open").mockReturnValue(popup);
});

afterEach(() => {
  left.stop();
  document.querySelectorAll(".te-callback, form").forEach((found) => found.remove());
  history.replaceState(null, "", home);
  emptyStorages();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function emptyStorages(): void {
  sessionStorage.clear();
  localStorage.clear();
}

interface App {
  readonly client: TencentErrorClient;
  status(): string;
  /** The kit's events about security. */
  refusals(): readonly string[];
}

const options = (): ReauthOptions => ({ clientId: crypto.randomUUID(), redirectUri: "/back.html", exchange });

/** A page of the app that has just loaded. */
function open(reauth: ReauthFlow): App {
  const client = createTencentErrorClient({ reauth });
  return {
    client,
    status: () => client.reauth.getSnapshot().status,
    refusals: () => client.recentEvents().flatMap(({ type }) => (type.startsWith("security.") ? [type] : [])),
  };
}

/** A call fails and the person presses the button. Gives the state that goes along to the provider. */
async function signIn({ client }: App): Promise<string> {
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  await vi.advanceTimersByTimeAsync(0);
  const address = replace.mock.lastCall?.[0] ?? left.urls.at(-1) ?? "https://none.test";
  return new URL(address).searchParams.get("state") ?? "";
}

/** What a tab of the browser sees of its own: another one has none of it. */
function otherTab(): () => void {
  const kept = Object.entries(sessionStorage) as readonly (readonly [string, string])[];
  sessionStorage.clear();
  return () => {
    sessionStorage.clear();
    for (const [key, value] of kept) sessionStorage.setItem(key, value);
  };
}

/** The provider redirects to the return page. Returns what that page says. */
async function comeBack(query: string, waitMs = 0): Promise<string> {
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", `/back.html${query}`);
  handleCallback({ locale: en });
  await vi.advanceTimersByTimeAsync(waitMs);
  const said = document.querySelector(".te-callback [role=status]")?.textContent ?? "";
  history.replaceState(null, "", home);
  return said;
}

test("field F26: a redirect that comes back in another tab is finished there, once", async () => {
  const given = options();
  const state = await signIn(open(redirectReauth(given)));
  const backToFirst = otherTab();
  await comeBack(`?code=C&state=${state}`);
  // the record is used up before the app's page is there
  expect([left.urls.at(-1), Object.values(localStorage).join()]).toEqual([home, expect.stringContaining("isUsed")]);
  const second = open(redirectReauth(given));
  await expect.poll(second.status).toBe("succeeded");
  expect(exchange.mock.calls).toEqual([[expect.objectContaining({ code: "C", state })]]);
  expect(sessionStorage.length).toBe(0);
  // a third one finds it done
  await comeBack(`?code=C&state=${state}`);
  expect([left.urls.at(-1), sessionStorage.length]).toEqual([home, 0]);
  // the first tab comes back too, by the provider's own way on: it is signed in as well, and exchanges nothing
  backToFirst();
  await comeBack(`?code=C&state=${state}`);
  expect(left.urls.at(-1)).toBe(home);
  const first = open(redirectReauth(given));
  await vi.advanceTimersByTimeAsync(0);
  expect([first.status(), first.refusals(), exchange.mock.calls.length]).toEqual(["idle", [], 1]);
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
});

test("a first tab whose records another one has cleared, as log-outs do, finishes all the same", async () => {
  const given = options();
  const state = await signIn(open(redirectReauth(given)));
  localStorage.clear();
  await comeBack(`?code=C&state=${state}`);
  await expect.poll(open(redirectReauth(given)).status).toBe("succeeded");
});

test("a refusal that comes back in another tab is said there", async () => {
  const given = options();
  const state = await signIn(open(redirectReauth(given)));
  otherTab();
  await comeBack(`?usercancel=1&state=${state}`);
  const { client } = open(redirectReauth(given));
  await expect.poll(() => client.reauth.getSnapshot().reason).toBe("denied");
});

test("the first tab may finish after its address was opened elsewhere in vain", async () => {
  const given = options();
  const state = await signIn(open(redirectReauth(given)));
  const backToFirst = otherTab();
  for (const query of ["?code=C", `?code=C&state=${state.slice(1)}`, `?code=C&state=${"x".repeat(43)}`])
    await comeBack(query, 1000);
  backToFirst();
  await comeBack(`?code=C&state=${state}`);
  const { status } = open(redirectReauth(given));
  await expect.poll(status).toBe("succeeded");
  expect(localStorage.length).toBe(0);
});

// prettier-ignore
test.each<readonly [string, (state: string, key: string) => string]>([
  ["a state that this browser never asked for", () => `?code=ATTACKER&state=${"x".repeat(43)}`],
  ["the beginning of a right state", (state) => `?code=ATTACKER&state=${state.slice(0, 10).padEnd(43, "x")}`],
  ["a right state after ten minutes", (state) => { vi.setSystemTime(Date.now() + 600_001); return `?code=C&state=${state}`; }],
  ["a right state whose record leads astray", (state, key) => { localStorage.setItem(key, localStorage.getItem(key)!.replace(home, "https://evil.test/")); return `?code=C&state=${state}`; }],
])("T9, T14, T21: in another tab %s leads nowhere", async (_what, query) => {
  const given = options();
  const state = await signIn(open(redirectReauth(given)));
  const before = left.urls.length;
  otherTab();
  const said = await comeBack(query(state, Object.keys(localStorage)[0] ?? ""), 1000);
  expect(said).toBe(en.words.callback.elsewhere);
  const { status } = open(redirectReauth(given));
  await vi.advanceTimersByTimeAsync(0);
  expect([status(), left.urls.length, exchange.mock.calls.length]).toEqual(["idle", before, 0]);
});

test("a sign-in that is cancelled or begun anew can be finished in no tab", async () => {
  const given = options();
  const app = open(redirectReauth(given));
  const first = await signIn(app);
  app.client.reauth.cancel();
  expect(localStorage.length).toBe(0);
  app.client.reauth.startFor(app.client.diagnose({ ret: -21 }));
  await vi.advanceTimersByTimeAsync(0);
  expect(Object.keys(localStorage)).toHaveLength(1);
  otherTab();
  expect(await comeBack(`?code=C&state=${first}`, 1000)).toBe(en.words.callback.elsewhere);
  expect(exchange).not.toHaveBeenCalled();
});

// prettier-ignore
test.each<readonly [string, (state: string) => string]>([
  ["no state", () => "?code=C"], ["an empty state", () => "?code=C&state="], ["a shortened state", (state) => `?code=C&state=${state.slice(0, 42)}`],
  ["a state twice", (state) => `?code=C&state=${state}&state=${state}`], ["an error alone", () => "?error=100010"],
])("field F31: a return page that is reached with %s is refused, told once, and ends nothing", async (_what, query) => {
  const app = open(popupReauth(options()));
  const state = await signIn(app);
  for (let times = 0; times < 3; times += 1)
    expect(await comeBack(query(state))).toBe(en.words.callback.failed);
  await expect.poll(app.refusals).toEqual(["security.stateRefused"]);
  expect([app.status(), exchange.mock.calls.length, closeWindow.mock.calls.length]).toEqual(["waiting", 0, 0]);
  // another site may have opened that page: the true answer still counts
  await comeBack(`?code=TRUE&state=${state}`);
  await expect.poll(app.status).toBe("succeeded");
  expect(exchange.mock.calls).toEqual([[expect.objectContaining({ code: "TRUE" })]]);
});

test("a return page that is opened without an answer sends nothing", async () => {
  const app = open(popupReauth(options()));
  await signIn(app);
  const heard = vi.fn();
  const channel = new BroadcastChannel("te-lost");
  channel.onmessage = heard;
  await comeBack("");
  await comeBack("?utm_source=qq");
  await comeBack("?code=C");
  await expect.poll(() => heard.mock.calls.length).toBe(1);
  channel.close();
});

test("field: a refusal without a code closes the window and is said as one, at once", async () => {
  const app = open(popupReauth(options()));
  await comeBack(`?state=${await signIn(app)}`);
  await expect.poll(() => app.client.reauth.getSnapshot().reason).toBe("denied");
  expect([exchange.mock.calls.length, closeWindow.mock.calls.length]).toEqual([0, 1]);
});

test("a sign-in gives no code to any page of the origin by storage", async () => {
  const told: unknown[] = [];
  for (const store of ["setItem"] as const) {
    const real = Storage.prototype[store];
    vi.spyOn(Storage.prototype, store).mockImplementation(function (this: Storage, key, value) {
      if (this === localStorage) told.push(value);
      real.call(this, key, value);
    });
  }
  const popup = open(popupReauth(options()));
  await comeBack(`?code=SECRET&state=${await signIn(popup)}`);
  await expect.poll(popup.status).toBe("succeeded");
  expect(told).toEqual([]);
  replace.mockClear();
  const given = options();
  await comeBack(`?code=SECRET&state=${await signIn(open(redirectReauth(given)))}`);
  await expect.poll(open(redirectReauth(given)).status).toBe("succeeded");
  expect(told.join()).not.toContain("SECRET");
});

test("a form whose name hides the page's body hides nothing that is said", async () => {
  const form = document.createElement("form");
  form.name = "body";
  document.documentElement.append(form);
  expect(document.body).toBe(form);
  expect(await comeBack("?error=1")).toBe(en.words.callback.failed);
  expect(form.children).toHaveLength(0);
});
