import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ReauthOutcome, ReauthProgress, SecurityRefusal } from "../../src/model/ReauthFlow.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { windowLike } from "./windowLike.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";

const opened = { closed: false, opener: {} as object | null, replace: vi.fn(), close: vi.fn(), focus: vi.fn() };
const popup = { ...opened, location: { replace: opened.replace } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
  Object.assign(popup, { closed: false, opener: {} });
  opened.replace.mockClear();
  opened.close.mockClear();
  vi.spyOn(window, "open").mockImplementation(() => windowLike(popup));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Play {
  readonly outcome: Promise<ReauthOutcome>;
  readonly progress: readonly ReauthProgress[];
  readonly refusals: readonly SecurityRefusal[];
  readonly exchange: ReturnType<typeof vi.fn>;
  readonly state: string;
  readonly name: string;
  readonly controller: AbortController;
  paste(text: string): void;
  focus(): void;
}

function play(options: Partial<ReauthOptions> = {}): Play {
  const progress: ReauthProgress[] = [];
  const refusals: SecurityRefusal[] = [];
  const controller = new AbortController();
  const exchange = vi.fn(() => Promise.resolve({ accountId: "a" }));
  const flow = popupReauth({ clientId: "1", redirectUri: "/back.html", exchange, ...options });
  const run = flow.start({
    diagnosis: null,
    signal: controller.signal,
    onProgress: (step) => void progress.push(step),
    onRefusal: (refusal) => void refusals.push(refusal),
  });
  const address = (opened.replace.mock.lastCall as [string] | undefined)?.[0] ?? "https://none.test";
  const state = new URL(address).searchParams.get("state") ?? "";
  const name = `te-${state.slice(0, 10)}`;
  return {
    outcome: run.outcome,
    progress,
    refusals,
    exchange,
    state,
    name,
    controller,
    paste: (text) => run.paste?.(text),
    focus: () => run.focus?.(),
  };
}

/** An app that changes its options after the flow was made, past the check of development. */
test.each([{ redirectUri: "https://evil.test/" }, { authorizeUrl: "http://evil.test/" }])(
  "an address that turns bad later is refused at the start: %o",
  { tags: ["T24"] },
  async (change) => {
    const options = { clientId: "1", redirectUri: "/back.html", exchange: () => Promise.resolve() };
    const flow = popupReauth(options);
    Object.assign(options, change);
    const refusals: SecurityRefusal[] = [];
    const { signal } = new AbortController();
    const request = { diagnosis: null, signal, onProgress: () => undefined };
    const run = flow.start({ ...request, onRefusal: (refusal) => void refusals.push(refusal) });
    await expect(run.outcome).resolves.toEqual({ status: "failed", reason: "unsupported" });
    expect([refusals, vi.mocked(window.open).mock.calls]).toEqual([["urlRefused"], []]);
  },
);

const answerTo = ({ state, name }: Play, answer: object = { code: "C" }): object => ({
  v: 1,
  flow: name,
  state,
  ...answer,
});

/** Sends on the flow's own channel and waits until it has arrived there. */
async function broadcast(name: string, data: unknown): Promise<void> {
  const [sender, receiver] = [new BroadcastChannel(name), new BroadcastChannel(name)];
  const arrived = new Promise((resolve) => (receiver.onmessage = resolve));
  sender.postMessage(data);
  await arrived;
  sender.close();
  receiver.close();
}

test("the window opens blank, loses its way back, then goes to the sign-in page", { tags: ["T31", "F04"] }, () => {
  play({ scope: ["get_user_info", "get_friends"] });
  expect(window.open).toHaveBeenCalledWith("about:blank", "_blank", expect.stringContaining("popup"));
  expect(popup.opener).toBeNull();
  const url = new URL((opened.replace.mock.lastCall as [string])[0]);
  expect(url.origin + url.pathname).toBe("https://graph.qq.com/oauth2.0/authorize");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: "code",
    client_id: "1",
    redirect_uri: new URL("/back.html", location.href).href,
    state: expect.stringMatching(/^[\w-]{43}$/) as string,
    scope: "get_user_info,get_friends",
  });
});

test.each([
  ["is refused", () => null],
  [
    "throws",
    () => {
      throw new Error("sandboxed");
    },
  ],
  ["is a dummy", () => ({}) as Window],
  ["closes at once", () => ({ closed: true }) as Window],
])("a window that %s is a blocked one", { tags: ["F03"] }, async (_what, open) => {
  vi.mocked(window.open).mockImplementation(open);
  await expect(play().outcome).resolves.toEqual({ status: "failed", reason: "popupBlocked" });
});

/** A window of this origin until it navigates to the provider, then cross-origin: every access throws. Records what was accessed. */
function strange(isStranger = false): { readonly window: Window; readonly looks: readonly PropertyKey[] } {
  const looks: PropertyKey[] = [];
  const location = { replace: (address: string) => [opened.replace(address), (isStranger = true)] };
  const refuse = (key: PropertyKey): never => {
    looks.push(key);
    throw new DOMException("Blocked a frame", "SecurityError");
  };
  const own = (key: PropertyKey): unknown => (key === "location" ? location : Reflect.get(popup, key));
  const proxy = new Proxy(popup, {
    get: (_popup, key) => (isStranger ? refuse(key) : own(key)),
    set: (_popup, key) => !isStranger || refuse(key),
    has: (_popup, key) => !isStranger || refuse(key),
  });
  return { window: windowLike(proxy), looks };
}

describe("F06: a window of which every access throws", () => {
  test("is never asked where it is, counts as out of sight, and its answer is taken", { tags: ["F06"] }, async () => {
    const stranger = strange();
    vi.mocked(window.open).mockReturnValue(stranger.window);
    const game = play();
    game.focus();
    await vi.advanceTimersByTimeAsync(1000);
    expect(game.progress).toEqual([{ status: "waiting" }, { status: "waiting", windowClosed: true }]);
    await broadcast(game.name, answerTo(game));
    await expect(game.outcome).resolves.toEqual({ status: "succeeded", accountId: "a" });
    expect([...new Set(stranger.looks)].sort()).toEqual(["close", "closed", "focus"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is cancelled as any other", async () => {
    vi.mocked(window.open).mockReturnValue(strange().window);
    const game = play();
    game.controller.abort();
    await expect(game.outcome).resolves.toEqual({ status: "cancelled" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("and that from the beginning, is a blocked one", async () => {
    vi.mocked(window.open).mockReturnValue(strange(true).window);
    await expect(play().outcome).resolves.toEqual({ status: "failed", reason: "popupBlocked" });
  });
});

test("without random numbers no window opens at all", { tags: ["F41"] }, async () => {
  vi.spyOn(crypto, "getRandomValues").mockImplementation(() => {
    throw new Error("no entropy");
  });
  await expect(play().outcome).resolves.toEqual({ status: "failed", reason: "unsupported" });
  expect(window.open).not.toHaveBeenCalled();
});

test("the channel and a message bring the answer; the code is exchanged once", async () => {
  for (const way of ["channel", "message"] as const) {
    const game = play();
    const data = answerTo(game);
    if (way === "channel") await broadcast(game.name, data);
    else window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }));
    window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }));
    await expect(game.outcome).resolves.toEqual({ status: "succeeded", accountId: "a" });
    expect(game.exchange).toHaveBeenCalledTimes(1);
    expect(game.exchange).toHaveBeenCalledWith(expect.objectContaining({ code: "C", state: game.state }));
    expect(opened.close).toHaveBeenCalled();
  }
});

test("a storage event reaches every page of the origin, so it brings no answer", async () => {
  const game = play();
  window.dispatchEvent(new StorageEvent("storage", { key: game.name, newValue: JSON.stringify(answerTo(game)) }));
  await vi.advanceTimersByTimeAsync(1000);
  expect([game.exchange.mock.calls, game.progress, game.refusals]).toEqual([[], [{ status: "waiting" }], []]);
  game.controller.abort();
});

test("without a channel the window keeps its opener, which is the only way back then", () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  play().controller.abort();
  vi.unstubAllGlobals();
  expect(popup.opener).not.toBeNull();
});

test("a refusal without a code ends the waiting at once as denied", async () => {
  const game = play();
  game.paste(`https://app.test/back.html?state=${game.state}`);
  await expect(game.outcome).resolves.toEqual({ status: "failed", reason: "denied" });
});

// prettier-ignore
const forged: readonly (readonly [string, (game: Play) => unknown])[] = [
  ["another state", (game) => ({ ...answerTo(game), state: "x".repeat(43) })],
  ["no state", (game) => ({ ...answerTo(game), state: undefined })],
  ["another version", (game) => ({ ...answerTo(game), v: 2 })],
  ["another flow", (game) => ({ ...answerTo(game), flow: "te-other" })],
  ["code and error", (game) => answerTo(game, { code: "C", error: "1" })],
  ["neither", (game) => answerTo(game, {})],
  ["an empty code", (game) => answerTo(game, { code: "" })],
  ["a long code", (game) => answerTo(game, { code: "C".repeat(600) })],
  ["a code that is no text", (game) => answerTo(game, { code: ["C"] })],
];

test.each(forged)("a message with %s is refused, and the true one still taken", async (_what, forge) => {
  const game = play();
  for (let times = 0; times < 3; times += 1)
    window.dispatchEvent(new MessageEvent("message", { data: forge(game), origin: location.origin }));
  expect(game.refusals).toEqual(["messageRefused"]);
  expect(game.exchange).not.toHaveBeenCalled();
  window.dispatchEvent(new MessageEvent("message", { data: answerTo(game), origin: location.origin }));
  await expect(game.outcome).resolves.toMatchObject({ status: "succeeded" });
});

test("messages of other scripts are ignored", { tags: ["F46"] }, async () => {
  const game = play();
  for (const data of ["hello", null, 1, {}, [], { source: "react-devtools-bridge" }, { type: "webpackOk" }])
    window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }));
  expect(game.refusals).toEqual([]);
  game.controller.abort();
});

test(
  "T56, L7: a flood of 100,000 forged messages is one refusal, and the true one is still taken",
  { tags: ["T56"] },
  async () => {
    const game = play();
    const data = { ...answerTo(game), state: "x".repeat(43) };
    for (let times = 0; times < 100_000; times += 1)
      window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }));
    expect(game.refusals).toEqual(["messageRefused"]);
    window.dispatchEvent(new MessageEvent("message", { data: answerTo(game), origin: location.origin }));
    await expect(game.outcome).resolves.toMatchObject({ status: "succeeded" });
  },
);

test("the return page gets a receipt, on the channel that its answer came by", async () => {
  const game = play();
  const listener = new BroadcastChannel(game.name);
  const receipt = new Promise<unknown>((resolve) => (listener.onmessage = ({ data }) => resolve(data)));
  listener.postMessage(answerTo(game));
  await expect(receipt).resolves.toEqual({ v: 1, flow: game.name });
  listener.close();
});

test.each(["https://evil.test", "null", `${location.origin}.evil.test`])(
  "a message from %s is not even read",
  (origin) => {
    const game = play();
    window.dispatchEvent(new MessageEvent("message", { data: answerTo(game), origin }));
    expect(game.exchange).not.toHaveBeenCalled();
    game.controller.abort();
  },
);

test.each([
  ["usercancel", { status: "failed", reason: "denied" }],
  ["access_denied", { status: "failed", reason: "denied" }],
])("%s means that the person said no", async (error, outcome) => {
  const game = play();
  await broadcast(game.name, answerTo(game, { error }));
  await expect(game.outcome).resolves.toEqual(outcome);
});

test("an error number comes back with its diagnosis", async () => {
  const game = play();
  await broadcast(game.name, answerTo(game, { error: "100010" }));
  await expect(game.outcome).resolves.toMatchObject({ reason: "callbackError", diagnosis: { row: { code: 100010 } } });
});

test(
  "an exchange that fails is said with what failed, and one that hangs ends after 30 seconds",
  { tags: ["F26", "F27"] },
  async () => {
    const failing = play({ exchange: () => Promise.reject(new TypeError("Failed to fetch")) });
    await broadcast(failing.name, answerTo(failing));
    await expect(failing.outcome).resolves.toMatchObject({
      reason: "exchangeFailed",
      diagnosis: { category: "network" },
    });
    const hanging = play({ exchange: () => new Promise(() => undefined) });
    await broadcast(hanging.name, answerTo(hanging));
    await vi.advanceTimersByTimeAsync(30_000);
    await expect(hanging.outcome).resolves.toMatchObject({ reason: "exchangeFailed" });
  },
);

test("a window that reads as closed is said within a second; a late answer still counts for three minutes", async () => {
  const game = play();
  popup.closed = true;
  await vi.advanceTimersByTimeAsync(1000);
  expect(game.progress.at(-1)).toEqual({ status: "waiting", windowClosed: true });
  await vi.advanceTimersByTimeAsync(170_000);
  await broadcast(game.name, answerTo(game));
  await expect(game.outcome).resolves.toMatchObject({ status: "succeeded" });
  popup.closed = false;
  const lost = play();
  popup.closed = true;
  await vi.advanceTimersByTimeAsync(181_000);
  await expect(lost.outcome).resolves.toEqual({ status: "failed", reason: "popupClosed" });
});

test("a slow sign-in may take ten minutes", { tags: ["F14"] }, async () => {
  const game = play();
  let isOver = false;
  void game.outcome.then(() => (isOver = true));
  vi.advanceTimersByTime(599_000);
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver).toBe(false);
  expect(game.progress).toEqual([{ status: "waiting" }]);
  await vi.advanceTimersByTimeAsync(1000);
  await expect(game.outcome).resolves.toEqual({ status: "failed", reason: "timeout" });
});

test("a cancelled flow closes its window and leaves no timer behind", async () => {
  const game = play();
  game.controller.abort();
  await expect(game.outcome).resolves.toEqual({ status: "cancelled" });
  expect(opened.close).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("a pasted return address is the answer, a pasted number or page the error", async () => {
  const back = play();
  back.paste(`https://app.test/back.html?code=C&state=${back.state}`);
  await expect(back.outcome).resolves.toMatchObject({ status: "succeeded" });
  for (const text of [
    "100010",
    " (100010) ",
    "redirect uri is illegal(100010)",
    "https://graph.qq.com/oauth2.0/show?which=error&error=100010",
  ]) {
    const stranded = play();
    stranded.paste(text);
    await expect(stranded.outcome).resolves.toMatchObject({
      reason: "callbackError",
      diagnosis: { failure: { code: 100010 } },
    });
  }
});

test.each(["clientSecret", "appkey", "app_key", "accessToken"])(
  "the option %s is refused",
  { tags: ["T41"] },
  (name) => {
    const options = { clientId: "1", redirectUri: "/", exchange: () => Promise.resolve(), [name]: "x" };
    expect(() => popupReauth(options)).toThrow(/\[tencent-error-kit\].*server/s);
  },
);

test.each(["https://evil.test/back.html", "//evil.test", "javascript:alert(1)"])(
  "the return page %s is refused",
  { tags: ["T20"] },
  (redirectUri) => {
    expect(() => play({ redirectUri })).toThrow(/only a page of this origin/);
    expect(window.open).not.toHaveBeenCalled();
  },
);

test.each(["http://evil.test/", "javascript:alert(1)", "data:text/html,x"])(
  "the sign-in page %s is refused",
  (authorizeUrl) => {
    expect(() => play({ authorizeUrl })).toThrow(/https:/);
    expect(window.open).not.toHaveBeenCalled();
  },
);
