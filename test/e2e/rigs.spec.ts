import { expect, test, type Browser } from "@playwright/test";
import { protectedChromium } from "./protectedChromium.js";
import { createRigs, type RigPlace, type Rigs } from "./rigs/createRigs.js";
import { openApp } from "./rigs/openApp.js";
import { scenarios, type Scenario } from "./rigs/scenarios.js";

// one worker and one browser for all of them; slow scenarios run in parallel
test.describe.configure({ mode: "default" });
test.use({ trace: "off" });

const atOnce = 4;

let browser: Browser;
let rigs: Rigs;

test.beforeAll(async () => {
  [browser, rigs] = await Promise.all([protectedChromium(), createRigs()]);
});

test.afterAll(async () => {
  await browser.close();
  await rigs.close();
});

test(
  "seven rigs and five ways of a sign-in: no false cancel, and a close is noticed where it can be",
  { tag: ["@F07", "@F12", "@F30"] },
  async () => {
    test.setTimeout(600_000);
    const rows: Row[] = [];
    const run = async (place: RigPlace, [what, play]: (typeof scenarios)[number]): Promise<void> => {
      rows.push(await outcomeOf(place, what, play));
    };
    const [long, ...short] = scenarios;
    const waiting = rigs.places.flatMap((place) => short.map((scenario) => () => run(place, scenario)));
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
    };
    await Promise.all([
      ...rigs.places.map((place) => run(place, long!)),
      ...Array.from({ length: atOnce }, () => work()),
    ]);
    const order = rigs.places.flatMap(({ name }) => scenarios.map(([what]) => `${name} · ${what}`));
    rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    for (const { name, fault, facts } of rows)
      console.log(`${fault === null ? "ok  " : "FAIL"} ${name}: ${fault ?? facts}`);
    const passed = rows.filter(({ fault }) => fault === null);
    const falseCancels = rows.reduce((sum, row) => sum + row.falseCancels, 0);
    console.log(`${String(passed.length)} of ${String(rows.length)}, ${String(falseCancels)} false cancels`);
    expect(rows.map(({ name, fault }) => ({ name, fault }))).toEqual(order.map((name) => ({ name, fault: null })));
    expect(rows).toHaveLength(35);
    expect(falseCancels).toBe(0);
  },
);

interface Row {
  readonly name: string;
  /** What did not hold, or null. */
  readonly fault: string | null;
  readonly facts: string;
  readonly falseCancels: number;
}

async function outcomeOf(place: RigPlace, what: string, scenario: Scenario): Promise<Row> {
  const context = await browser.newContext();
  context.setDefaultTimeout(30_000);
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(error.error().message));
  const name = `${place.name} · ${what}`;
  let falseCancels = 0;
  try {
    const play = await openApp(place, context);
    const facts = await scenario(play).finally(async () => {
      // none is there to ask when the app was led astray
      const events = await play.rig().then(
        (rig) => rig.events,
        () => [],
      );
      const allowed = what === "closed at 2 s" ? 1 : 0;
      falseCancels = Math.max(0, events.filter((type) => /^reauth\.(?:cancelled|failed)$/.test(type)).length - allowed);
    });
    expect(errors).toEqual([]);
    return { name, facts, fault: falseCancels > 0 ? "a false cancel" : null, falseCancels };
  } catch (error) {
    const fault = error instanceof Error ? error.message.replaceAll(/\u001b\[\d+m/g, "") : String(error);
    return { name, facts: "", fault, falseCancels };
  } finally {
    await context.close();
  }
}
