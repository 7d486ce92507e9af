import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handleCallback } from "../../src/callback.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import en from "../../src/locales/en.js";
import type { ReauthProgress, ReauthRequest, ReauthRun, SecurityRefusal } from "../../src/model/ReauthFlow.js";
import { stayingPage } from "./leaving.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";

const stage = stayingPage();
const { home } = stage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Page {
  readonly run: ReauthRun | null;
  readonly progress: readonly ReauthProgress[];
  readonly refusals: readonly SecurityRefusal[];
  readonly exchange: ReturnType<typeof vi.fn>;
  readonly controller: AbortController;
}

const options: ReauthOptions = { clientId: "1", redirectUri: "/back.html", exchange: () => Promise.resolve() };

/** A page of the app that is just loaded: it starts a sign-in or finishes one. */
function page(does: "start" | "resume", given: Partial<ReauthOptions> = {}): Page {
  const [progress, refusals]: [ReauthProgress[], SecurityRefusal[]] = [[], []];
  const controller = new AbortController();
  const exchange = vi.fn(() => Promise.resolve({ accountId: "a" }));
  const flow = redirectReauth({ ...options, exchange, ...given });
  const request: ReauthRequest = {
    diagnosis: null,
    signal: controller.signal,
    onProgress: (step) => void progress.push(step),
    onRefusal: (refusal) => void refusals.push(refusal),
  };
  const run = does === "start" ? flow.start(request) : (flow.resume?.(request) ?? null);
  return { run, progress, refusals, exchange, controller };
}

/** Gives the navigation event its turn. */
const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

const stored = (key: string): Record<string, unknown> => JSON.parse(sessionStorage.getItem(key) ?? "{}");

/** Leaves the page, and gives the state that went along. */
async function leave(given: Partial<ReauthOptions> = {}): Promise<string> {
  page("start", given);
  await turn();
  return new URL(stage.left.urls.at(-1) ?? "about:blank").searchParams.get("state") ?? "";
}

/** The provider sends the person to the return page. */
async function comeBack(query: string): Promise<void> {
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", `/back.html${query}`);
  handleCallback({ locale: en });
  await turn();
}

const arrive = (given: Partial<ReauthOptions> = {}): Page => {
  history.replaceState(null, "", home);
  return page("resume", given);
};

test(
  "the page is left for the sign-in page, and the tab keeps the record and nothing else",
  { tags: ["T30"] },
  async () => {
    history.replaceState(null, "", `${home}#orders/7`);
    const state = await leave({ scope: ["get_user_info"] });
    const url = new URL(stage.left.urls[0]!);
    expect(url.origin + url.pathname).toBe("https://graph.qq.com/oauth2.0/authorize");
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(Object.keys(sessionStorage)).toEqual(["te-flow"]);
    expect(stored("te-flow")).toEqual({
      v: 1,
      flow: `te-${state.slice(0, 10)}`,
      state,
      provider: "qq",
      client: "1 /back.html",
      createdAt: Date.now(),
      returnTo: `${home}#orders/7`,
    });
    // for the other tabs the same, and no code either
    expect(Object.entries(localStorage)).toEqual([[`te-${state.slice(0, 10)}`, sessionStorage.getItem("te-flow")]]);
  },
);

test("the return page goes back to the page that was left, which exchanges the code once", async () => {
  const state = await leave();
  await comeBack(`?code=C&state=${state}`);
  expect(location.search).toBe("");
  expect(stage.left.urls.at(-1)).toBe(home);
  expect(sessionStorage.getItem("te-flow")).toBeNull();
  const { run, exchange, progress } = arrive();
  expect(sessionStorage.length).toBe(0);
  expect([exchange.mock.calls.length, progress]).toEqual([0, [{ status: "verifying" }]]);
  await expect(run?.outcome).resolves.toEqual({ status: "succeeded", accountId: "a" });
  expect(exchange.mock.calls).toEqual([[{ code: "C", state, signal: expect.any(AbortSignal) }]]);
  expect(arrive().run).toBeNull();
});

test("unsaved work comes back with the page, whatever became of the sign-in", { tags: ["WCAG-3.3.7"] }, async () => {
  for (const answer of ["code=C", "usercancel=1", "error=100010"]) {
    const restore = vi.fn();
    const appState = { save: () => ({ draft: "Zoe", at: [1, 2] }), restore };
    const state = await leave({ appState });
    await comeBack(`?${answer}&state=${state}`);
    arrive({ appState });
    await turn();
    expect(restore.mock.calls).toEqual([[{ draft: "Zoe", at: [1, 2] }]]);
    expect(sessionStorage.length).toBe(0);
  }
});

test("the page is not left when its work could not be saved", async () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  for (const save of [
    () => circle,
    () => {
      throw new Error("no");
    },
    () => 1n,
  ]) {
    const { run } = page("start", { appState: { save, restore: () => undefined } });
    await expect(run?.outcome).resolves.toEqual({ status: "failed", reason: "unsupported" });
  }
  expect(stage.left.urls).toEqual([]);
});

test.each([
  ["usercancel=1", { status: "failed", reason: "denied" }],
  ["error=access_denied", { status: "failed", reason: "denied" }],
  ["error=100010", { status: "failed", reason: "callbackError", diagnosis: { row: { code: 100010 } } }],
  ["code=100030&msg=no", { status: "failed", reason: "callbackError", diagnosis: { failure: { code: 100030 } } }],
])("%s on the way back is said on the app's page", async (answer, outcome) => {
  const state = await leave();
  await comeBack(`?${answer}&state=${state}`);
  const { run, exchange } = arrive();
  await expect(run?.outcome).resolves.toMatchObject(outcome);
  expect(exchange).not.toHaveBeenCalled();
});

// prettier-ignore
test.each<readonly [string, (state: string) => string]>([
  ["another state", () => `?code=C&state=${"x".repeat(43)}`], ["no state", () => "?code=C"], ["an empty state", () => "?code=C&state="], ["a blank state", () => "?code=C&state=%20"],
  ["a state twice", (state) => `?code=C&state=${state}&state=${state}`], ["a code twice", (state) => `?code=C&code=D&state=${state}`], ["a code in query and hash", (state) => `?code=C&state=${state}#code=D`],
  ["a code and an error", (state) => `?code=C&error=1&state=${state}`], ["nothing at all", () => ""], ["constructor", () => "?code=C&state=constructor"], ["__proto__", () => "?code=C&state=__proto__"],
])("F10: %s is refused, forgotten and said", async (_what, query) => {
  const state = await leave();
  await comeBack(query(state));
  await vi.advanceTimersByTimeAsync(1000);
  expect([sessionStorage.getItem("te-flow"), stage.left.urls.at(-1)]).toEqual([null, home]);
  const { run, exchange, refusals } = arrive();
  await expect(run?.outcome).resolves.toEqual({ status: "failed", reason: "stateMismatch" });
  expect([exchange.mock.calls, refusals]).toEqual([[], ["stateRefused"]]);
});

test("T13: the address of a used answer brings nothing a second time", async () => {
  const state = await leave();
  await comeBack(`?code=C&state=${state}`);
  const { run, exchange } = arrive();
  await run?.outcome;
  await comeBack(`?code=C&state=${state}`);
  await vi.advanceTimersByTimeAsync(1000);
  expect(document.querySelector(".te-callback")).toHaveTextContent(
    "Go back to the window where you started to continue.",
  );
  expect([arrive().run, exchange.mock.calls.length]).toEqual([null, 1]);
});

test.each<readonly [string, (record: Record<string, unknown>) => unknown]>([
  ["of an old version", (record) => ({ ...record, v: 0 })],
  ["without a state", ({ state: _state, ...record }) => record],
  ["of another flow", (record) => ({ ...record, flow: "te-x" })],
  ["that leads away", (record) => ({ ...record, returnTo: "https://evil.test/" })],
  ["that leads nowhere", (record) => ({ ...record, returnTo: "javascript:alert(1)" })],
  ["with a huge provider", (record) => ({ ...record, provider: "x".repeat(5000) })],
  ["that is a list", () => [1]],
])("T12, T21, F38: a record %s is ignored and deleted", { tags: ["T21"] }, async (_what, plant) => {
  const state = await leave();
  sessionStorage.setItem("te-flow", JSON.stringify(plant(stored("te-flow"))));
  const before = stage.left.urls.length;
  await comeBack(`?code=C&state=${state}`);
  await vi.advanceTimersByTimeAsync(1000);
  expect(stage.left.urls).toHaveLength(before);
  expect(document.querySelector(".te-callback")).toHaveTextContent("Back to the app");
  expect([sessionStorage.length, arrive().run]).toEqual([0, null]);
});

test("an answer that took more than ten minutes is none, also when the clock was set back", async () => {
  for (const ms of [600_001, -600_001]) {
    const state = await leave();
    vi.setSystemTime(Date.now() + ms);
    await comeBack(`?code=C&state=${state}`);
    await vi.advanceTimersByTimeAsync(1000);
    expect(arrive().exchange).not.toHaveBeenCalled();
  }
});

test("T28: an answer that waits longer than a minute for its page is none, however short the sign-in was", async () => {
  for (const [signInMs, waitMs, counts] of [
    [540_000, 60_000, true],
    [540_000, 60_001, false],
    [1000, 60_001, false],
    [1000, -60_001, false],
  ] as const) {
    const state = await leave();
    vi.setSystemTime(Date.now() + signInMs);
    await comeBack(`?code=C&state=${state}`);
    vi.setSystemTime(Date.now() + waitMs);
    expect([arrive().run !== null, sessionStorage.length]).toEqual([counts, 0]);
  }
});

test("T28: an answer that lay there before a sign-in began is taken away", async () => {
  sessionStorage.setItem("te-answer", JSON.stringify({ v: 1, code: "PLANTED", createdAt: Date.now() }));
  await leave();
  expect(Object.keys(sessionStorage)).toEqual(["te-flow"]);
});

test("T18: an answer of one provider is not taken by the flow of another", { tags: ["T18"] }, async () => {
  const state = await leave({ provider: "wechat" });
  await comeBack(`?code=C&state=${state}`);
  expect(arrive().run).toBeNull();
  expect(arrive({ provider: "wechat", clientId: "2" }).run).toBeNull();
  expect(arrive({ provider: "wechat" }).run).not.toBeNull();
});

test("on the return page itself nothing is finished", async () => {
  const state = await leave();
  await comeBack(`?code=C&state=${state}`);
  expect(page("resume").run).toBeNull();
  expect(arrive().run).not.toBeNull();
});

test("F16: a page that is not left within five seconds is idle again", { tags: ["F16"] }, async () => {
  const { run } = page("start");
  await vi.advanceTimersByTimeAsync(5000);
  await expect(run?.outcome).resolves.toEqual({ status: "idle" });
  expect(vi.getTimerCount()).toBe(0);
});

test("F17: a page that comes back alive from the browser's cache is idle again", async () => {
  const { run } = page("start");
  dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
  await vi.advanceTimersByTimeAsync(60_000);
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  await expect(run?.outcome).resolves.toEqual({ status: "idle" });
});

test("a cancelled sign-in is forgotten", async () => {
  const { run, controller } = page("start");
  controller.abort();
  await expect(run?.outcome).resolves.toEqual({ status: "cancelled" });
  expect(sessionStorage.length).toBe(0);
});

test("offline the page is not left", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValueOnce(true).mockReturnValue(false);
  await expect(page("start").run?.outcome).resolves.toEqual({ status: "failed", reason: "timeout" });
  expect([stage.left.urls, sessionStorage.length]).toEqual([[], 0]);
});

test("a browser that denies its network from the beginning is not believed", () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  page("start");
  expect(stage.left.urls.length).toBe(1);
});

test.each([
  [
    "refuses",
    () => {
      throw new DOMException("denied", "SecurityError");
    },
  ],
  ["forgets", () => undefined],
])("F35, F36: a storage that %s leaves no way", { tags: ["F35", "F36"] }, async (_what, setItem) => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(setItem);
  await expect(page("start").run?.outcome).resolves.toEqual({ status: "failed", reason: "unsupported" });
  expect(stage.left.urls).toEqual([]);
});

test("without random numbers nothing is left or kept", async () => {
  vi.spyOn(crypto, "getRandomValues").mockImplementation(() => {
    throw new Error("no entropy");
  });
  await expect(page("start").run?.outcome).resolves.toEqual({ status: "failed", reason: "unsupported" });
  expect([stage.left.urls, sessionStorage.length]).toEqual([[], 0]);
});
