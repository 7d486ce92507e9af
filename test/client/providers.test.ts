import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Catalog, createTencentErrorClient, defineCatalog, tencentCatalog, unwrap } from "../../src/core.js";
import { createRandom } from "../sandbox/createRandom.js";
import { fakeReauth, ready } from "../../src/testing.js";
import { outcomesOf } from "./outcomesOf.js";

beforeEach(async () => {
  await ready();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const later = async (ms = 2000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

export const wechat: Catalog = defineCatalog({
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

type Name = "qq" | "wechat";
const names: readonly Name[] = ["qq", "wechat"];
const bodies = { qq: { ret: -21, msg: "revoked" }, wechat: { errcode: 42001, errmsg: "access_token expired" } };

/** A page with both providers, a session at each, and a record of who was asked for what. */
function page(more: Parameters<typeof createTencentErrorClient>[0] = {}) {
  const valid = { qq: 1, wechat: 1 };
  const held = { qq: 1, wechat: 1 };
  const sent: string[] = [];
  const events: string[] = [];
  const flows = {
    qq: fakeReauth(),
    wechat: fakeReauth([], { provider: { id: "wechat", name: "微信" } }),
  };
  const client = createTencentErrorClient({
    catalogs: [tencentCatalog, wechat],
    reauth: [flows.qq, flows.wechat],
    accountId: () => "ann",
    onEvent: ({ type, provider }) => {
      if (type.startsWith("reauth.")) events.push(`${provider ?? "?"}:${type.slice(7)}`);
    },
    ...more,
  });
  async function call(name: Name, what: string, ms = 10): Promise<string> {
    sent.push(`${name}:${what}`);
    const asked = held[name];
    await later0(ms);
    return unwrap(asked === valid[name] ? { ret: 0, said: `${name}:${what}:${asked}` } : bodies[name]) as never;
  }
  return {
    ...{ client, flows, sent, events, call },
    end: (name: Name) => void (valid[name] += 1),
    signIn(name: Name, accountId = "ann") {
      held[name] = valid[name];
      flows[name].end({ status: "succeeded", accountId });
    },
    asking: () => client.reauth.getSnapshot().provider?.id ?? "qq",
  };
}

async function later0(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

describe("two providers in one page", () => {
  test("in 100 random orders of failures the right one is asked, and nothing of the other is healed or sent again", async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const draw = createRandom(seed, "providers");
      const random = (): number => Number.parseInt(draw(6), 16) / 0x1000000;
      const { client, flows, sent, events, call, end, signIn, asking } = page();
      const guarded = client.guard(call, { replay: "auto" });
      const order = Array.from({ length: 2 + Math.floor(random() * 6) }, (): Name =>
        random() < 0.5 ? "qq" : "wechat",
      );
      const failing = new Set(order);
      failing.forEach(end);
      const outcomes = outcomesOf(
        order.map(async (name, at) => guarded(name, `${at}`, 5 + 20 * at + Math.floor(random() * 300))),
      );
      await later(1000);
      const asked: Name[] = [];
      while (client.reauth.getSnapshot().status === "required") {
        const name = asking() as Name;
        asked.push(name);
        const [others, before] = [names.filter((each) => each !== name), sent.length];
        const waited = others.map((each) => flows[each].starts);
        client.reauth.start();
        await later(500);
        signIn(name);
        await later(2000);
        expect(flows[name].starts).toBe(1);
        expect(others.map((each) => flows[each].starts)).toEqual(waited);
        const again = sent.slice(before);
        expect(again.sort()).toEqual(order.flatMap((each, at) => (each === name ? [`${name}:${at}`] : [])).sort());
      }
      expect(asked.length).toBe(failing.size);
      expect([...failing].sort()).toEqual([...asked].sort());
      expect(outcomes.rejected).toEqual([]);
      expect(outcomes.resolved.length).toBe(order.length);
      expect(events.filter((event) => event.endsWith(":required")).map((event) => event.split(":")[0])).toEqual(asked);
      client.dispose();
    }
  });

  test("one question at a time, the first asked first", async () => {
    const { client, call, end, signIn, asking } = page();
    const guarded = client.guard(call, { replay: "auto" });
    names.forEach(end);
    const outcomes = outcomesOf([guarded("wechat", "a", 10), guarded("qq", "b", 20)]);
    await later(200);
    expect([asking(), client.reauth.getSnapshot().affected]).toEqual(["wechat", 1]);
    expect(client.reauth.getSnapshot().providers?.map(({ status }) => status)).toEqual([
      "required",
      "required",
      "idle",
    ]);
    client.reauth.start();
    await later(100);
    signIn("wechat");
    await later(1000);
    expect(outcomes.resolved).toEqual([expect.objectContaining({ said: "wechat:a:2" })]);
    expect([asking(), client.reauth.getSnapshot().status]).toEqual(["qq", "required"]);
    client.reauth.cancel();
    await later(100);
    expect(outcomes.rejected.length).toBe(1);
    expect(client.reauth.getSnapshot().status).toBe("cancelled");
    client.dispose();
  });

  test("the notice of a call opens its own provider, while another one asks", async () => {
    const { client, flows, call, end, asking } = page();
    names.forEach(end);
    const errors: unknown[] = [];
    const read = client.guard(async ({ queryKey }: { readonly queryKey: readonly Name[] }) =>
      call(queryKey[0] ?? "qq", "r"),
    );
    for (const name of names)
      await Promise.all([read({ queryKey: [name] }).catch((error: unknown) => errors.push(error)), later(100)]);
    expect(asking()).toBe("qq");
    client.reauth.startFor(client.diagnose(errors[1]));
    await later(10);
    expect([flows.qq.starts, flows.wechat.starts, asking()]).toEqual([0, 1, "wechat"]);
    flows.wechat.end({ status: "cancelled" });
    await later(10);
    expect([asking(), client.reauth.getSnapshot().status]).toEqual(["qq", "required"]);
    client.dispose();
  });

  test("a dismissal, a loop and the number of starts of one say nothing of the other", async () => {
    const { client, call, end, signIn, asking, flows } = page();
    const guarded = client.guard(call, { replay: "auto" });
    end("qq");
    const first = outcomesOf([guarded("qq", "a")]);
    await later(100);
    client.reauth.cancel();
    await later(100);
    expect(first.rejected.length).toBe(1);
    end("wechat");
    const second = outcomesOf([guarded("wechat", "b")]);
    await later(100);
    expect([asking(), client.reauth.getSnapshot().status]).toEqual(["wechat", "required"]);
    client.reauth.start();
    await later(10);
    signIn("wechat");
    await later(1000);
    expect(second.resolved.length).toBe(1);
    // the same code a moment after its success: a loop, of WeChat alone
    end("wechat");
    const third = outcomesOf([guarded("wechat", "c")]);
    await later(100);
    expect(third.rejected.length).toBe(1);
    expect(client.reauth.getSnapshot()).toMatchObject({ reason: "loop", provider: { id: "wechat" } });
    expect(flows.qq.starts).toBe(0);
    client.dispose();
  });

  test("another account at one of them drops nothing that the other one holds", async () => {
    const changes: object[] = [];
    const { client, call, end, signIn } = page({
      accountId: (provider) => (provider?.id === "wechat" ? "wx-ann" : "ann"),
      onAccountChange: (change) => void changes.push(change),
    });
    const guarded = client.guard(call, { replay: "auto" });
    names.forEach(end);
    const outcomes = outcomesOf([guarded("qq", "a", 10), guarded("wechat", "b", 20)]);
    await later(100);
    client.reauth.startFor(client.diagnose(bodies.wechat));
    await later(10);
    signIn("wechat", "wx-bob");
    await later(1000);
    expect(changes).toEqual([{ previous: "wx-ann", next: "wx-bob", provider: { id: "wechat", name: "微信" } }]);
    expect(outcomes.rejected.length).toBe(1);
    client.reauth.cancel();
    await later(100);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "required", provider: null });
    client.reauth.start();
    await later(10);
    signIn("qq");
    await later(1000);
    expect(outcomes.resolved).toEqual([expect.objectContaining({ said: "qq:a:2" })]);
    client.dispose();
  });

  test("what no flow heals asks nobody, and a failure without a catalog asks the first", async () => {
    const ads = defineCatalog({
      ...wechat.pack!,
      name: "ads",
      dialects: ["bot"],
      paths: ["/api/ads"],
      rows: wechat.rows,
    });
    const { client, flows } = page({ catalogs: [tencentCatalog, wechat, ads] });
    const error = { code: 42001, message: "expired" };
    expect(client.diagnose(error)).toMatchObject({ catalog: "ads", retry: "auth" });
    client.reauth.require(client.diagnose(error));
    expect(client.reauth.getSnapshot().status).toBe("idle");
    const bare = { ...client.diagnose(bodies.qq), catalog: undefined };
    client.reauth.require(bare);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "required", provider: null });
    client.reauth.start();
    expect(flows.qq.starts).toBe(1);
    client.dispose();
  });

  test("a flow says itself which catalogs it heals", () => {
    const flow = fakeReauth([], { provider: { id: "weixin", name: "微信" }, catalogs: ["wechat", "wecom"] });
    const { client } = page({ reauth: [fakeReauth(), flow] });
    client.reauth.require(client.diagnose(bodies.wechat));
    expect(client.reauth.getSnapshot().provider?.id).toBe("weixin");
    const alone = page({ reauth: flow }).client;
    alone.reauth.require(alone.diagnose(bodies.qq));
    expect(alone.reauth.getSnapshot().status).toBe("idle");
    client.dispose();
    alone.dispose();
  });
});

test.each<[string, Parameters<typeof fakeReauth>[1][], string[]]>([
  ["none names a provider", [{}, {}], ["tencent"]],
  [
    "both have one id",
    [{ provider: { id: "wechat", name: "微信" } }, { provider: { id: "wechat", name: "企业微信" } }],
    ["wechat"],
  ],
  [
    "both name a catalog",
    [{ catalogs: ["tencent", "ads"] }, { provider: { id: "ads", name: "广告" } }, { catalogs: ["ads"] }],
    ["ads"],
  ],
  ["each has its own", [{}, { provider: { id: "wechat", name: "微信" } }], []],
  ["one names a catalog twice", [{ catalogs: ["ads", "ads"] }], []],
])("flows of which %s are told apart in development: the first heals it", (_what, told, expected) => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const flows = told.map((each) => fakeReauth([], each));
  const client = createTencentErrorClient({ reauth: flows });
  const said = warn.mock.calls.map(([text]) => String(text));
  warn.mockClear();
  expect(said.map((text) => /"(.*?)"/.exec(text)?.[1])).toEqual(expected);
  expect(said.every((text) => text.startsWith("[tencent-error-kit] Two flows heal the catalog"))).toBe(true);
  if (expected.includes("tencent")) expect(client.flowFor(client.diagnose({ ret: -21, msg: "" }))).toBe(flows[0]);
  vi.stubEnv("NODE_ENV", "production");
  createTencentErrorClient({ reauth: flows });
  expect(warn).not.toHaveBeenCalled();
  vi.unstubAllEnvs();
  warn.mockRestore();
});
