import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { handleCallback } from "../../src/callback.js";
import { autoReauth } from "../../src/flows/autoReauth.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import type { ReauthFlow, ReauthOutcome, ReauthRun } from "../../src/model/ReauthFlow.js";
import { leaving, type Leaving } from "../flows/leaving.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";

const home = location.href;
let left: Leaving;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  sessionStorage.clear();
  localStorage.clear();
  left = leaving();
});

afterEach(() => {
  left.stop();
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", home);
  sessionStorage.clear();
  localStorage.clear();
  vi.useRealTimers();
});

const options = (change: Partial<ReauthOptions> = {}): ReauthOptions => ({
  clientId: "1",
  redirectUri: "/back.html",
  exchange: () => Promise.resolve(),
  ...change,
});

interface Begun {
  readonly run: ReauthRun | null;
  readonly controller: AbortController;
}

/** A flow is started, or finished by a page that has just loaded. The client knows the account, or it is unknown. */
function begin(flow: ReauthFlow, does: "start" | "resume", accountId?: () => string | undefined): Begun {
  const controller = new AbortController();
  const { signal } = controller;
  const request = { diagnosis: null, signal, onProgress: () => undefined, onRefusal: () => undefined };
  const given = accountId === undefined ? request : { ...request, accountId };
  return { run: does === "start" ? flow.start(given) : (flow.resume?.(given) ?? null), controller };
}

/** The page is left, and the provider sends the person back with this answer. */
async function leaveAndComeBack(
  flow: ReauthFlow,
  answer: string,
  accountId?: () => string | undefined,
): Promise<string> {
  begin(flow, "start", accountId);
  await vi.advanceTimersByTimeAsync(0);
  const state = new URL(left.urls.at(-1) ?? "about:blank").searchParams.get("state") ?? "";
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", `/back.html?${answer}&state=${state}`);
  handleCallback();
  await vi.advanceTimersByTimeAsync(1000);
  history.replaceState(null, "", home);
  return state;
}

const outcomeOf = ({ run }: Begun): Promise<ReauthOutcome> | undefined => run?.outcome;

describe("field: a page's held work belongs to the account that left", () => {
  const signsIn =
    (account: unknown): ReauthOptions["exchange"] =>
    () =>
      Promise.resolve({ accountId: account as string });

  // prettier-ignore
  test.each<readonly [string, string, string | undefined, ReauthOptions["exchange"], string | undefined, boolean]>([
    ["the same account, as the exchange says", "code=C", "a", signsIn("a"), undefined, true],
    ["the same account, as a number", "code=C", "7", signsIn(7), undefined, true],
    ["the same account, as the store says", "code=C", "a", () => Promise.resolve(), "a", true],
    ["another account, as the exchange says", "code=C", "a", signsIn("b"), "a", false],
    ["another account, wrapped by axios", "code=C", "a", () => Promise.resolve({ data: { accountId: 8 } }), undefined, false],
    ["another account, as the store says", "code=C", "a", () => Promise.resolve(), "b", false],
    ["an account that can't be compared", "code=C", "a", () => Promise.resolve(), undefined, true],
    ["an account, where the one that left is unknown", "code=C", undefined, signsIn("b"), "b", true],
    ["no account: the person refused", "usercancel=1", "a", signsIn("b"), "a", true],
    ["no account: the session was cleared", "error=100010", "a", signsIn("b"), undefined, true],
    ["no account: the exchange failed", "code=C", "a", () => Promise.reject(new TypeError("Failed to fetch")), "a", true],
    ["another account by another way, while this one failed", "error=100010", "a", signsIn("a"), "b", false],
  ])("%s signs in", async (_who, answer, before, exchange, after, isRestored) => {
    const restore = vi.fn();
    const flow = redirectReauth(options({ exchange, appState: { save: () => "A's draft", restore } }));
    await leaveAndComeBack(flow, answer, () => before);
    expect(restore).not.toHaveBeenCalled();
    const back = begin(flow, "resume", () => after);
    // not before it is known who it is, where that matters
    if (answer.startsWith("code") && before !== undefined) expect(restore).not.toHaveBeenCalled();
    await outcomeOf(back);
    await vi.advanceTimersByTimeAsync(0);
    expect(restore.mock.calls).toEqual(isRestored ? [["A's draft"]] : []);
    expect(sessionStorage.length).toBe(0);
  });

  test("a sign-in that is cancelled while it is verified gives the work back", async () => {
    const restore = vi.fn();
    const exchange = (): Promise<never> => new Promise(() => undefined);
    const flow = redirectReauth(options({ exchange, appState: { save: () => "draft", restore } }));
    await leaveAndComeBack(flow, "code=C", () => "a");
    const back = begin(flow, "resume", () => "a");
    await vi.advanceTimersByTimeAsync(0);
    expect(restore).not.toHaveBeenCalled();
    back.controller.abort();
    await expect(outcomeOf(back)).resolves.toEqual({ status: "cancelled" });
    await vi.advanceTimersByTimeAsync(0);
    expect(restore.mock.calls).toEqual([["draft"]]);
  });

  test("a page that is loaded again without an answer has its work at once", async () => {
    const restore = vi.fn();
    const flow = redirectReauth(options({ appState: { save: () => "draft", restore } }));
    begin(flow, "start", () => "a");
    begin(flow, "resume");
    await vi.advanceTimersByTimeAsync(0);
    expect(restore.mock.calls).toEqual([["draft"]]);
  });

  test("a return page that the server has renamed takes neither the work nor the answer", async () => {
    const restore = vi.fn();
    const flow = redirectReauth(options({ appState: { save: () => "draft", restore } }));
    begin(flow, "start");
    await vi.advanceTimersByTimeAsync(0);
    const state = new URL(left.urls.at(-1) ?? "about:blank").searchParams.get("state") ?? "";
    history.replaceState(null, "", `/back/?code=C&state=${state}`);
    expect(begin(flow, "resume").run).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(restore).not.toHaveBeenCalled();
    handleCallback();
    history.replaceState(null, "", home);
    await outcomeOf(begin(flow, "resume"));
    await vi.advanceTimersByTimeAsync(0);
    expect(restore.mock.calls).toEqual([["draft"]]);
  });

  test("`save` and `restore` may be methods of an object", async () => {
    const appState = {
      draft: "draft",
      save(): unknown {
        return this.draft;
      },
      restore(kept: unknown): void {
        this.draft = `${String(kept)}!`;
      },
    };
    const flow = redirectReauth(options({ appState }));
    await leaveAndComeBack(flow, "code=C");
    await outcomeOf(begin(flow, "resume"));
    await vi.advanceTimersByTimeAsync(0);
    expect(appState.draft).toBe("draft!");
  });
});

describe("field: apps of one origin", () => {
  // prettier-ignore
  test.each<readonly [string, Partial<ReauthOptions>]>([
    ["another client id", { clientId: "2" }], ["another return page", { redirectUri: "/other/back.html" }], ["another provider", { provider: "wechat" }],
  ])("with %s take nothing of each other's, in any order", async (_what, change) => {
    const [mine, theirs] = [vi.fn(() => Promise.resolve()), vi.fn(() => Promise.resolve())];
    const [restoreMine, restoreTheirs] = [vi.fn(), vi.fn()];
    const first = redirectReauth(options({ exchange: mine, appState: { save: () => "mine", restore: restoreMine } }));
    const second = redirectReauth(options({ exchange: theirs, appState: { save: () => "theirs", restore: restoreTheirs }, ...change }));
    await leaveAndComeBack(first, "code=C");
    expect(begin(second, "resume").run).toBeNull();
    await outcomeOf(begin(first, "resume"));
    expect(begin(second, "resume").run).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect([mine.mock.calls.length, theirs.mock.calls.length]).toEqual([1, 0]);
    expect([restoreMine.mock.calls, restoreTheirs.mock.calls]).toEqual([[["mine"]], []]);
  });

  test("that are mounted twice exchange a code once", async () => {
    const exchange = vi.fn(() => Promise.resolve());
    const flows = [redirectReauth(options({ exchange })), autoReauth(options({ exchange }))];
    await leaveAndComeBack(flows[0]!, "code=C");
    for (const flow of flows) await outcomeOf(begin(flow, "resume"));
    expect(exchange).toHaveBeenCalledTimes(1);
  });
});

describe("field: no code stays in storage", () => {
  const makers = { popupReauth, redirectReauth, autoReauth };
  const other = options({ clientId: "2" });

  test.each(Object.entries(makers))(
    "any %s that is made takes away an answer that is a minute old",
    async (_name, make) => {
      await leaveAndComeBack(redirectReauth(options()), "code=SECRET");
      make(other);
      expect(sessionStorage.getItem("te-answer")).toContain("SECRET");
      // the page that was left made no client: a minute later the next page sweeps, and this one does by itself
      vi.setSystemTime(Date.now() + 60_001);
      make(other);
      expect(sessionStorage.length).toBe(0);
    },
  );

  test("a page that stays takes it away by itself", async () => {
    await leaveAndComeBack(redirectReauth(options()), "code=SECRET");
    popupReauth(other);
    await vi.advanceTimersByTimeAsync(60_002);
    expect(sessionStorage.length).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("records and work go after ten minutes; what is the app's own stays", async () => {
    begin(redirectReauth(options({ appState: { save: () => "draft", restore: () => undefined } })), "start");
    await vi.advanceTimersByTimeAsync(0);
    const own = { "te-user_token": "T", "te-0123456789": '{"createdAt":1}', other: "x" };
    for (const [key, value] of Object.entries(own)) localStorage.setItem(key, value);
    vi.setSystemTime(Date.now() + 599_000);
    popupReauth(other);
    expect([sessionStorage.length, localStorage.length]).toEqual([2, 4]);
    vi.setSystemTime(Date.now() + 1001);
    popupReauth(other);
    expect([sessionStorage.length, Object.fromEntries(Object.entries(localStorage))]).toEqual([0, own]);
  });
});
