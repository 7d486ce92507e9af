import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { fakeBrowser, type FakeBrowser } from "./fakeBrowser.js";
import { outcomesOf, type Outcomes } from "./outcomesOf.js";

const runs = Number(process.env["FUZZ_RUNS"] ?? 300);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Two tabs of one app, the sign-in windows that they open, and a third tab that the test plays. */
interface World {
  readonly browser: FakeBrowser;
  readonly tabs: readonly TencentErrorClient[];
  readonly held: Outcomes[];
  /** How often each code was exchanged. */
  readonly exchanged: Map<string, number>;
  /** How the next exchanges end. */
  plan: "a" | "b" | "fail" | "hang";
  mounted: (() => void)[];
  /** Lets go of the third tab's lock. */
  free(): void;
  readonly third: { postMessage(message: object): void; close(): void };
}

const name = "te-tabs 1 /back.html";
const latency = fc.integer({ min: 0, max: 30 });

interface Kit {
  readonly createTencentErrorClient: typeof createTencentErrorClient;
  readonly popupReauth: typeof popupReauth;
}

function createWorld(latencies: readonly number[], kit: Kit, renews: boolean): World {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  let asked = 0;
  const browser = fakeBrowser(() => latencies[asked++ % latencies.length] ?? 0);
  const exchanged = new Map<string, number>();
  const options = {
    clientId: "1",
    redirectUri: "/back.html",
    async exchange({ code }: { readonly code: string }) {
      exchanged.set(code, (exchanged.get(code) ?? 0) + 1);
      const { plan } = world;
      await new Promise((resolve) => setTimeout(resolve, plan === "hang" ? 10 ** 7 : 200));
      if (plan === "fail") throw new Error("the server is down");
      return { accountId: plan };
    },
  };
  // a renewal ends as the next exchange would
  const renew = async (): Promise<{ readonly accountId: string }> => options.exchange({ code: `renewal ${asked++}` });
  if (renews) stubStorage();
  const client = (): TencentErrorClient =>
    kit.createTencentErrorClient({ reauth: kit.popupReauth(options), ...(renews && { renew }) });
  const world: World = {
    browser,
    tabs: [client(), client()],
    held: [],
    exchanged,
    plan: "a",
    mounted: [],
    free: () => undefined,
    third: new BroadcastChannel(name),
  };
  return world;
}

function stubStorage(): void {
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
    key: () => null,
    length: 0,
  });
}

const stateOf = (address: string): string => new URL(address).searchParams.get("state") ?? "";

/** The return page of the nth last window answers. */
function answer({ browser }: World, back: number, how: "channel" | "storage" | "message", more: object): void {
  const address = browser.popups.at(-1 - back)?.address ?? "";
  if (address === "") return;
  const state = stateOf(address);
  const flow = `te-${state.slice(0, 10)}`;
  const data = { v: 1, flow, state, ...more };
  if (how === "storage") browser.dispatch("storage", { key: flow, newValue: JSON.stringify(data) });
  else if (how === "message") browser.dispatch("message", { origin: "https://app.test", data, source: null });
  else {
    const channel = new BroadcastChannel(flow);
    channel.postMessage(data);
    channel.close();
  }
}

let codes = 0;
const channels = ["channel", "storage", "message"] as const;
type Tab = TencentErrorClient;

// prettier-ignore
const events: Readonly<Record<string, (world: World, tab: Tab, pick: number) => void>> = {
  fail: (_, { reauth, diagnose }, pick) => reauth.require(diagnose({ ret: [-21, -23, -20][pick % 3] })),
  hold: ({ held }, { guard, unwrap }, pick) => {
    let isFirst = true;
    const send = guard(async () => { if (isFirst) { isFirst = false; unwrap<unknown>({ ret: -21 }); } return "sent"; }, { replay: pick % 2 === 0 ? "auto" : "confirm" });
    held.push(outcomesOf([send()]));
  },
  start: (_, { reauth }) => reauth.start(),
  startTwice: (_, { reauth }) => { reauth.start(); reauth.start(); },
  startFromNotice: (_, { reauth, diagnose }) => reauth.startFor(diagnose({ ret: -21 })),
  cancel: (_, { reauth }) => reauth.cancel(),
  signedIn: (_, { reauth }) => reauth.resume(),
  paste: (_, { reauth }, pick) => reauth.paste(pick % 2 === 0 ? "100010" : "https://app.test/back.html?code=X"),
  closeWindow: ({ browser }) => browser.popups.at(-1)?.close(),
  answer: (world, _, pick) => answer(world, 0, channels[pick % 3] ?? "channel", { code: `C${String(codes++)}` }),
  answerTwice: (world) => { const code = { code: `C${String(codes++)}` }; for (const how of channels) answer(world, 0, how, code); },
  answerLate: (world, _, pick) => answer(world, 1, channels[pick % 3] ?? "channel", { code: `C${String(codes++)}` }),
  refuse: (world) => answer(world, 0, "channel", { error: "access_denied" }),
  forge: (world, _, pick) => answer(world, 0, channels[pick % 3] ?? "channel", { state: "x".repeat(43), code: "F" }),
  exchangeWorks: (world) => void (world.plan = "a"),
  otherAccount: (world) => void (world.plan = "b"),
  exchangeFails: (world) => void (world.plan = "fail"),
  exchangeHangs: (world) => void (world.plan = "hang"),
  thirdBegins: (world) => {
    world.free();
    const held = new Promise<void>((resolve) => (world.free = resolve));
    const begin = async (): Promise<void> => { world.third.postMessage({ v: 1, kind: "begun" }); return held; };
    void navigator.locks.request(name, { steal: true }, begin).catch(() => undefined);
  },
  thirdEnds: (world) => { world.free(); world.third.postMessage({ v: 1, kind: "ended" }); },
  thirdDies: (world) => world.free(),
  thirdRenews: (world, _, pick) => { world.third.postMessage({ v: 1, kind: "renewed", id: codes++, accountId: pick % 3 === 0 ? "b" : "a" }); world.free(); },
  thirdLies: ({ third }, _, pick) => third.postMessage([{ v: 1, kind: "begun" }, { v: 1, kind: "ask" }, { v: 2, kind: "renewed" }, { kind: {} }][pick % 4] ?? {}),
  leaveAndReturn: ({ browser }) => { browser.dispatch("pagehide", { persisted: true }); browser.dispatch("pageshow", { persisted: true }); },
  offline: ({ browser }) => { browser.dispatch("offline"); browser.dispatch("online"); },
  mount: ({ mounted }, { reauth }) => void mounted.push(reauth.subscribe(() => void reauth.getSnapshot())),
  unmount: ({ mounted }) => mounted.pop()?.(),
};

const schedule = fc.array(
  fc.record({
    event: fc.constantFrom(...Object.keys(events)),
    tab: fc.nat({ max: 1 }),
    pick: fc.nat({ max: 11 }),
    waitMs: fc.constantFrom(0, 0, 1, 7, 20, 50, 200, 600, 3000, 31_000, 181_000),
  }),
  { minLength: 1, maxLength: 40 },
);

async function flush(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

async function pass(ms: number, stepMs = ms): Promise<void> {
  await flush();
  for (let at = 0; at < ms; at += stepMs) {
    vi.advanceTimersByTime(stepMs);
    await flush();
  }
}

const openWindows = ({ browser }: World): number => browser.held().popups;

async function settles(world: World): Promise<void> {
  const { tabs, browser, held } = world;
  world.free();
  await pass(900_000, 7500);
  for (const { reauth } of tabs) {
    const { status, elsewhere } = reauth.getSnapshot();
    expect(["idle", "required", "succeeded", "cancelled", "failed"]).toContain(status);
    expect(elsewhere).toBe(false);
  }
  expect(held.filter(({ resolved, rejected }) => resolved.length + rejected.length !== 1)).toEqual([]);
  for (const { reauth } of tabs) reauth.cancel();
  world.third.close();
  for (const off of world.mounted) off();
  await pass(12_000, 1000);
  expect(browser.held()).toEqual({ listeners: 0, channels: 0, locks: 0, popups: 0 });
}

/** The later part comes in the moment in which the page gives up waiting for it. */
const cameWithTheLimit = ([50, 31_000, 181_000, 0] as const).map((waitMs) => ({
  event: "fail" as const,
  tab: 0,
  pick: 0,
  waitMs,
}));

/** A page that has not fetched its later part yet. */
async function loadAnew(): Promise<Kit> {
  vi.resetModules();
  return { ...(await import("../../src/core.js")), ...(await import("../../src/flows/popupReauth.js")) };
}

test.each([
  { engine: "fetched ahead", isLate: false, renews: false, numRuns: runs },
  { engine: "fetched ahead, and renews sessions", isLate: false, renews: true, numRuns: runs },
  { engine: "on its way", isLate: true, renews: false, numRuns: Math.ceil(runs / 4) },
  { engine: "on its way, and renews sessions", isLate: true, renews: true, numRuns: Math.ceil(runs / 4) },
])(
  "in any order of events, the sign-in settles or waits visibly, and leaves nothing behind; the engine is $engine",
  { tags: ["P20"], timeout: 3_600_000 },
  async ({ isLate, renews, numRuns }) => {
    let longest = 0;
    let waited = 0;
    await fc.assert(
      fc.asyncProperty(schedule, fc.array(latency, { minLength: 1, maxLength: 7 }), fc.nat(8), async (...given) => {
        const [steps, latencies, arrival] = given;
        const world = createWorld(
          latencies,
          isLate ? await loadAnew() : { createTencentErrorClient, popupReauth },
          renews,
        );
        for (const [index, { event, tab, pick, waitMs }] of steps.entries()) {
          const client = world.tabs[tab];
          if (index < arrival && client?.reauth.getSnapshot().status === "required") waited += 1;
          if (client) events[event]?.(world, client, pick);
          // from now on the engine comes at once
          if (index >= arrival) await vi.dynamicImportSettled();
          await pass(waitMs, waitMs > 1000 ? 1000 : 1);
          // tabs hear of each other by their engines
          if (waitMs >= 200 && index >= arrival) expect(openWindows(world)).toBeLessThanOrEqual(1);
        }
        await vi.dynamicImportSettled();
        expect(Math.max(0, ...world.exchanged.values())).toBeLessThanOrEqual(1);
        await settles(world);
        longest = Math.max(longest, steps.length);
        // exchanges that never answer are the app's
        vi.clearAllTimers();
      }),
      { numRuns, examples: [[cameWithTheLimit, [0], 3]] },
    );
    expect(longest).toBeGreaterThan(1);
    // a renewal is tried before anything is asked
    if (!renews) expect(waited).toBeGreaterThan(0);
  },
);
