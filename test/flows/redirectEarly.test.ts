import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ReauthProgress, ReauthRequest, ReauthRun } from "../../src/model/ReauthFlow.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";

const signIn = "../../src/oauth/redirectSignIn.js";
const home = "https://app.test/orders";

/** A storage of the browser's, whose keys are its own. */
function storage(): object {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => void (kept[key] = text),
    removeItem: (key: string) => void Reflect.deleteProperty(kept, key),
  };
  return new Proxy(kept, { get: (_kept, key): unknown => Reflect.get(methods, key) });
}

/** A busy machine is slow, not wrong. */
const patience = { timeout: 10_000 };

let left: string[];

beforeEach(() => {
  left = [];
  const listen = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const location = {
    href: home,
    origin: "https://app.test",
    pathname: "/orders",
    assign: (to: string) => left.push(to),
  };
  const page = { ...listen, location, origin: location.origin, sessionStorage: storage(), localStorage: storage() };
  for (const [name, value] of Object.entries({ ...page, navigator: { onLine: true } })) vi.stubGlobal(name, value);
  vi.stubGlobal("window", { ...page, top: page });
});

afterEach(() => {
  vi.doUnmock(signIn);
  vi.unstubAllGlobals();
});

/** A page that has fetched nothing but its start. */
async function page(given: Partial<ReauthOptions> = {}) {
  vi.resetModules();
  const { redirectReauth } = await import("../../src/flows/redirectReauth.js");
  const progress: ReauthProgress[] = [];
  const controller = new AbortController();
  const exchange = vi.fn(() => Promise.resolve({ accountId: "a" }));
  const flow = redirectReauth({ clientId: "1", redirectUri: "/back.html", exchange, ...given });
  const request: ReauthRequest = {
    diagnosis: null,
    signal: controller.signal,
    onProgress: (step) => void progress.push(step),
    onRefusal: () => undefined,
  };
  return {
    ...{ progress, exchange, controller },
    start: (): ReauthRun => flow.start(request),
    resume: (): ReauthRun | null => flow.resume?.(request) ?? null,
  };
}

/** Leaves the page, and puts the answer where the return page does. */
async function answered(given: Partial<ReauthOptions> = {}): Promise<void> {
  const { start } = await page(given);
  void start();
  await vi.dynamicImportSettled();
  await vi.waitFor(() => expect(left).toHaveLength(1), patience);
  const record = JSON.parse(sessionStorage.getItem("te-flow") ?? "{}") as object;
  sessionStorage.removeItem("te-flow");
  sessionStorage.setItem("te-answer", JSON.stringify({ ...record, code: "C", createdAt: Date.now() }));
}

const keys = (): string[] => Object.keys(sessionStorage);

test("a start leaves the page as soon as the code is there", async () => {
  const { start } = await page();
  void start();
  expect(left).toEqual([]);
  await vi.waitFor(() => expect(left[0]).toMatch(/^https:\/\/graph\.qq\.com\/oauth2\.0\/authorize\?/), patience);
  expect(keys()).toEqual(["te-flow"]);
});

test("a start that is called off before the code is there leaves nothing and goes nowhere", async () => {
  const { start, controller } = await page();
  const { outcome } = start();
  controller.abort();
  await expect(outcome).resolves.toEqual({ status: "cancelled" });
  expect([left, keys()]).toEqual([[], []]);
});

test("a start whose code can't be had stays here, and says so", async () => {
  vi.doMock(signIn, () => {
    throw new Error("404");
  });
  const { start } = await page();
  await expect(start().outcome).resolves.toEqual({ status: "failed", reason: "timeout" });
  expect([left, keys()]).toEqual([[], []]);
});

test("an answer is being taken from the page's first moment on, and its code is exchanged once", async () => {
  await answered();
  const { resume, progress, exchange } = await page();
  const run = resume();
  expect(progress).toEqual([{ status: "verifying" }]);
  await expect(run?.outcome).resolves.toEqual({ status: "succeeded", accountId: "a" });
  expect(exchange).toHaveBeenCalledOnce();
  expect(keys()).toEqual([]);
});

test("the answer of another registration is not waited for", async () => {
  await answered();
  const { resume, progress } = await page({ clientId: "2" });
  expect([resume(), progress]).toEqual([null, []]);
});

test("an answer that is a minute old is not waited for, and taken away", async () => {
  await answered();
  const answer = JSON.parse(sessionStorage.getItem("te-answer") ?? "{}") as object;
  sessionStorage.setItem("te-answer", JSON.stringify({ ...answer, createdAt: Date.now() - 61_000 }));
  const { resume, progress } = await page();
  expect([resume(), progress]).toEqual([null, []]);
  await vi.waitFor(() => expect(keys()).toEqual([]), patience);
});

test("an answer whose code can't be had is kept for the page's next load, and the sign-in has failed", async () => {
  await answered();
  vi.doMock(signIn, () => {
    throw new Error("404");
  });
  const { resume, exchange } = await page();
  await expect(resume()?.outcome).resolves.toEqual({ status: "failed", reason: "timeout" });
  expect(exchange).not.toHaveBeenCalled();
  vi.doUnmock(signIn);
  const again = await page();
  await expect(again.resume()?.outcome).resolves.toEqual({ status: "succeeded", accountId: "a" });
});

test("a client verifies from its first moment on, whatever else comes later", async () => {
  await answered();
  vi.resetModules();
  const { createTencentErrorClient } = await import("../../src/client/createTencentErrorClient.js");
  const { redirectReauth } = await import("../../src/flows/redirectReauth.js");
  const exchange = vi.fn(() => Promise.resolve({ accountId: "a" }));
  const { reauth } = createTencentErrorClient({
    reauth: redirectReauth({ clientId: "1", redirectUri: "/back.html", exchange }),
  });
  const seen = [reauth.getSnapshot().status];
  reauth.subscribe(() => seen.push(reauth.getSnapshot().status));
  expect(seen).toEqual(["verifying"]);
  await vi.waitFor(() => expect(seen.at(-1)).toBe("succeeded"), patience);
  expect(seen).not.toContain("idle");
});

test("a client whose engine can't be had is idle again, and the exchange is called off", async () => {
  await answered();
  const engine = "../../src/client/createEngine.js";
  vi.doMock(engine, () => {
    throw new Error("404");
  });
  vi.resetModules();
  const { createTencentErrorClient } = await import("../../src/client/createTencentErrorClient.js");
  const { redirectReauth } = await import("../../src/flows/redirectReauth.js");
  const signals: AbortSignal[] = [];
  const exchange = async ({ signal }: { readonly signal: AbortSignal }): Promise<void> => {
    signals.push(signal);
    await new Promise(() => undefined);
  };
  const { reauth } = createTencentErrorClient({
    reauth: redirectReauth({ clientId: "1", redirectUri: "/back.html", exchange }),
  });
  await vi.waitFor(() => expect(reauth.getSnapshot().status).toBe("idle"), patience);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  vi.doUnmock(engine);
});

test("unsaved work comes back before anything is fetched, without an answer", async () => {
  const restore = vi.fn();
  const appState = { save: () => "Zoe", restore };
  void (await page({ appState })).start();
  await vi.waitFor(() => expect(left).toHaveLength(1), patience);
  vi.doMock(signIn, async () => new Promise(() => undefined));
  expect((await page({ appState })).resume()).toBeNull();
  await Promise.resolve();
  expect(restore.mock.calls).toEqual([["Zoe"]]);
});

test("unsaved work comes back after the answer is taken, also where that can't be done", async () => {
  const restore = vi.fn();
  const appState = { save: () => "Zoe", restore };
  await answered({ appState });
  vi.doMock(signIn, () => {
    throw new Error("404");
  });
  await (await page({ appState })).resume()?.outcome;
  await vi.waitFor(() => expect(restore.mock.calls).toEqual([["Zoe"]]), patience);
});

test("where nothing was left behind nothing is fetched", async () => {
  const fetched = vi.fn(() => ({}));
  vi.doMock(signIn, fetched);
  const { resume } = await page();
  expect(resume()).toBeNull();
  await vi.dynamicImportSettled();
  expect(fetched).not.toHaveBeenCalled();
});
