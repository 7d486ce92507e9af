import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TencentErrorClient } from "../../src/core.js";
import { fakeBrowser } from "../client/fakeBrowser.js";
import { outcomesOf, type Outcomes } from "../client/outcomesOf.js";
import { layers, type DataLayer } from "./accountLayers.js";
import {
  createWorld,
  idOf,
  moments,
  pass,
  places,
  ways,
  type AppKind,
  type Tab,
  type Way,
  type World,
} from "./accountWorld.js";

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser(() => 1);
  // an app whose account is known nowhere is told so
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const situations = ["held auto", "held confirm", "retrying"] as const;
type Situation = (typeof situations)[number];

interface Played extends World {
  readonly here: Tab;
  readonly outcomes: Outcomes;
  readonly status: () => string;
}

/** A change of A's waits when `who` signs in. */
async function play(layer: DataLayer, kind: AppKind, way: Way, situation: Situation, who: string): Promise<Played> {
  const world = createWorld(kind, "app");
  const [here, there] = [world.tab(), world.tab()];
  const fails = { left: situation === "retrying" ? 1 : 0 };
  const send = layer.create(here.client, world.server, fails);
  world.server.revoke();
  const replay = situation === "held confirm" ? "confirm" : "auto";
  const change = async (): Promise<unknown> => send("note", replay);
  const outcomes = outcomesOf([situation === "retrying" && layer.doesRetry !== true ? retry(change) : change()]);
  for (const { client } of [here, there]) require(client);
  await pass(50);
  if (kind.place === "cleared") here.store.me = there.store.me = undefined;
  const signer = way === "other tab" ? there : here;
  signer.client.reauth.start();
  await pass(50);
  if (way === "I have signed in") {
    here.progress(true);
    world.server.signIn(who);
    if (kind.place === "store" || kind.place === "number" || kind.place === "mixed")
      here.store.me = idOf(who, kind.place);
    here.client.reauth.resume();
  } else {
    signer.arrive(who);
    await pass(20);
    if (way === "cancelled while verifying") here.client.reauth.cancel();
  }
  // data layers that have nothing to ask for are waited for
  await pass(way === "I have signed in" && layer.doesRetry === true ? 12_000 : 6000);
  const { reauth } = here.client;
  return { ...world, here, outcomes, status: () => reauth.getSnapshot().reason ?? reauth.getSnapshot().status };
}

function require({ reauth, diagnose }: TencentErrorClient): void {
  reauth.require(diagnose({ ret: -21 }));
}

/** As p-retry does around a function. */
async function retry(call: () => Promise<unknown>): Promise<unknown> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await call();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 700 * 2 ** attempt));
    }
  }
  return call();
}

const kinds: readonly AppKind[] = places.flatMap((place) => {
  const isInStore = place === "store" || place === "number" || place === "mixed" || place === "cleared";
  return (isInStore ? moments : (["in"] as const)).map((moment) => ({ place, moment }));
});

const combinations = layers.flatMap((layer) =>
  kinds.flatMap((kind) => ways.flatMap((way) => situations.map((situation) => ({ layer, kind, way, situation })))),
);

describe.each(layers)("a change that A made by $name", ({ name }) => {
  const own = combinations.filter(({ layer }) => layer.name === name);

  test.each(own.map((each) => [titleOf(each), each] as const))("is not sent as B: %s", async (_title, each) => {
    const { layer, kind, way, situation } = each;
    const { server, here, outcomes } = await play(layer, kind, way, situation, "B");
    expect(server.done).toEqual([]);
    const { toConfirm, waiting, status } = here.client.reauth.getSnapshot();
    // it was rejected, or a person is asked about it by name
    if (outcomes.rejected.length === 0)
      expect([toConfirm, waiting.length, status]).toEqual([
        1,
        layer.name === "fetch" || layer.name === "axios" ? 1 : 0,
        expect.any(String),
      ]);
  });
});

describe.each(layers)("A is back by $name", (layer) => {
  const known = kinds.filter(
    ({ place, moment }) => place !== "nowhere" && !(place === "cleared" && moment === "after"),
  );

  test.each(known.map((kind) => [`id in ${kind.place}, store updated ${kind.moment}`, kind] as const))(
    "and a change that may be sent twice goes on by itself: %s",
    async (_title, kind) => {
      const { server, outcomes, here } = await play(layer, kind, "own tab", "held auto", "A");
      expect(server.done).toEqual([{ name: "note", as: "A" }]);
      expect([outcomes.resolved.length, here.client.reauth.getSnapshot().status]).toEqual([1, "succeeded"]);
    },
  );
});

function titleOf({ kind, way, situation }: (typeof combinations)[number]): string {
  return `${situation}, id in ${kind.place}, store updated ${kind.moment}, ${way}`;
}
