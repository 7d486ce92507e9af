import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient, defineCatalog, tencentCatalog, unwrap } from "../../src/core.js";
import { type FakeReauth, fakeReauth, ready } from "../../src/testing.js";
import { fakeBrowser } from "./fakeBrowser.js";
import { outcomesOf, type Outcomes } from "./outcomesOf.js";

const runs = Number(process.env["FUZZ_RUNS"] ?? 300);

beforeEach(async () => {
  await ready();
  // one clock for the page and its tabs
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const wechat = defineCatalog({
  name: "wechat",
  dialects: ["wechat"],
  paths: ["/api/wechat"],
  rows: [
    {
      ...{ code: 42001, reason: "TOKEN_EXPIRED", category: "reauth", fixer: "user", retry: "auth" },
      ...{ documented: [], remedies: ["reauthorize"] },
    },
  ],
});
const names = ["qq", "wechat"] as const;
type Name = (typeof names)[number];
const bodies = { qq: { ret: -21, msg: "revoked" }, wechat: { errcode: 42001, errmsg: "expired" } };

/** One call, and for each time that it was sent, how often its provider had begun a session, or a person had said so, by then. */
interface Sent {
  readonly name: Name;
  readonly reasons: { readonly sessions: number; readonly words: number }[];
  successes: number;
}

/** Two tabs of one app with two providers, whose sessions end and begin at the server. */
function createWorld(renews: boolean) {
  const browser = fakeBrowser(() => 5);
  const valid = { qq: 1, wechat: 1 };
  const held = { qq: 1, wechat: 1 };
  const sent: Sent[] = [];
  const outcomes: Outcomes[] = [];
  let plan: "works" | "fails" = "works";
  const tabs = [0, 1].map(() => {
    const flows: Record<Name, FakeReauth> = {
      qq: fakeReauth([], { sharedAs: "qq" }),
      wechat: fakeReauth([], { sharedAs: "wechat", provider: { id: "wechat", name: "微信" } }),
    };
    const begun = { qq: 0, wechat: 0 };
    let agreed = 0;
    const agree = (): void => {
      agreed += 1;
      client.reauth.resume();
    };
    const client = createTencentErrorClient({
      catalogs: [tencentCatalog, wechat],
      reauth: [flows.qq, flows.wechat],
      accountId: () => "ann",
      onEvent({ type, provider }) {
        if (type === "reauth.succeeded" && provider !== undefined) begun[provider as Name] += 1;
      },
      ...(renews && {
        async renew({ catalog }: { readonly catalog?: string | undefined }) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          if (plan === "fails") throw new Error("no refresh token");
          const name = catalog === "wechat" ? "wechat" : "qq";
          held[name] = valid[name];
        },
      }),
    });
    function call(name: Name, replay: "auto" | "confirm" | "never"): void {
      const one: Sent = { name, reasons: [], successes: 0 };
      sent.push(one);
      const send = client.guard(
        async () => {
          one.reasons.push({ sessions: begun[name], words: agreed });
          const asked = held[name];
          await new Promise((resolve) => setTimeout(resolve, 20));
          unwrap<unknown>(asked === valid[name] ? { ret: 0 } : bodies[name]);
          one.successes += 1;
        },
        { replay },
      );
      outcomes.push(outcomesOf([send()]));
    }
    return { client, flows, call, agree };
  });
  return { browser, tabs, valid, held, sent, outcomes, plan: (next: typeof plan) => void (plan = next) };
}

type World = ReturnType<typeof createWorld>;
type Tab = World["tabs"][number];

// prettier-ignore
const events: Readonly<Record<string, (world: World, tab: Tab, name: Name, pick: number) => void>> = {
  end: ({ valid }, _, name) => void (valid[name] += 1),
  endBoth: ({ valid }) => { for (const name of names) valid[name] += 1; },
  call: (_, { call }, name, pick) => call(name, (["auto", "auto", "confirm", "never"] as const)[pick % 4] ?? "auto"),
  callBoth: (_, { call }) => { for (const name of names) call(name, "auto"); },
  start: (_, { client }) => client.reauth.start(),
  startFromNotice: (_, { client }, name) => client.reauth.startFor(client.diagnose(bodies[name])),
  waits: (_, { flows }, name) => flows[name].progress({ status: "waiting" }),
  signIn: ({ held, valid }, { flows }, name) => { held[name] = valid[name]; flows[name].end({ status: "succeeded", accountId: "ann" }); },
  endAndCall: (world, { call }, name) => { world.valid[name] += 1; call(name, "auto"); },
  asked: ({ held, valid }, { client, flows }, name) => { client.reauth.startFor(client.diagnose(bodies[name])); held[name] = valid[name]; flows[name].end({ status: "succeeded", accountId: "ann" }); },
  otherAccount: ({ held, valid }, { flows }, name) => { held[name] = valid[name]; flows[name].end({ status: "succeeded", accountId: "bob" }); },
  refuse: (_, { flows }, name) => flows[name].end({ status: "failed", reason: "denied" }),
  cancel: (_, { client }) => client.reauth.cancel(),
  agree: (_, { agree }) => agree(),
  signOut: (_, { client }) => client.reauth.rejectHeld(),
  renewalWorks: ({ plan }) => plan("works"),
  renewalFails: ({ plan }) => plan("fails"),
};

const schedule = fc.array(
  fc.record({
    event: fc.constantFrom(...Object.keys(events)),
    tab: fc.nat({ max: 1 }),
    name: fc.constantFrom(...names),
    pick: fc.nat({ max: 11 }),
    waitMs: fc.constantFrom(0, 1, 30, 100, 600, 3000, 31_000, 70_000),
  }),
  { minLength: 1, maxLength: 40 },
);

const later = async (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test.each([false, true])(
  "two providers, two tabs, in any order of events: every call is answered, nothing twice, nothing by the other's sign-in; renewals: %s",
  { timeout: 3_600_000 },
  async (renews) => {
    let replayed = 0;
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        const world = createWorld(renews);
        const { tabs, sent, outcomes, browser } = world;
        for (const { event, tab, name, pick, waitMs } of steps) {
          const at = tabs[tab];
          if (at) events[event]?.(world, at, name, pick);
          await later(waitMs);
          for (const { client } of tabs) {
            const { status, provider, providers = [] } = client.reauth.getSnapshot();
            const asks = providers.filter((each) =>
              ["required", "opening", "waiting", "verifying"].includes(each.status),
            );
            // whoever is asked for is one that needs it
            if (status === "required") expect(asks.map((each) => each.provider)).toContainEqual(provider);
          }
        }
        await later(700_000);
        expect(outcomes.filter(({ resolved, rejected }) => resolved.length + rejected.length !== 1)).toEqual([]);
        for (const { reasons, successes } of sent) {
          expect(successes).toBeLessThanOrEqual(1);
          // each further try had a new session of its own provider, or followed a person's word that there is one
          if (reasons.length > 1) replayed += 1;
          expect(new Set(reasons.map(({ sessions, words }) => sessions + words)).size).toBe(reasons.length);
          expect(new Set(reasons.map(({ sessions }) => sessions)).size).toBeLessThanOrEqual(3);
        }
        for (const { client } of tabs) client.dispose();
        await later(12_000);
        expect(browser.held()).toEqual({ listeners: 0, channels: 0, locks: 0, popups: 0 });
        vi.clearAllTimers();
      }),
      { numRuns: runs },
    );
    expect(replayed).toBeGreaterThan(0);
  },
);
