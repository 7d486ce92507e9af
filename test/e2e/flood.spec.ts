import { expect, test, type CDPSession } from "@playwright/test";
import { createRigs, type Rigs } from "./rigs/createRigs.js";
import { openApp } from "./rigs/openApp.js";

const messages = 100_000;

let rigs: Rigs;

test.beforeAll(async () => {
  rigs = await createRigs();
});

test.afterAll(() => rigs.close());

/** Milliseconds of the main thread's own processor time, which a busy machine doesn't stretch. The best of three. */
async function spent(cdp: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const now = async (): Promise<number> => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
  };
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const before = await now();
    await work();
    times.push((await now()) - before);
  }
  return Math.min(...times);
}

// prettier-ignore
const floods: readonly (readonly [string, (own: string) => { readonly origin: string; readonly data: unknown }])[] = [
  ["another site's messages", () => ({ origin: "https://evil.test", data: { v: 1, flow: "te-x", state: "x".repeat(43), code: "C" } })],
  ["forged answers of this origin", (own) => ({ origin: own, data: { v: 1, flow: "te-x", state: "x".repeat(43), code: "C" } })],
  ["other scripts' messages of this origin", (own) => ({ origin: own, data: { source: "devtools", payload: [1, 2, 3] } })],
];

for (const [what, flood] of floods)
  test(
    `T56, L7: 100,000 of ${what} cost less than 200 ms and tell at most once; the true one is taken`,
    { tag: ["@L7"] },
    async ({ context }) => {
      const { place, page, app, rig, signIn } = await openApp(rigs.places[0]!, context);
      const cdp = await context.newCDPSession(page);
      await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
      await page.evaluate(
        ({ count, ...message }) => {
          const events = Array.from({ length: count }, () => new MessageEvent("message", message));
          Object.assign(window, {
            flood: () => events.forEach((event) => dispatchEvent(event)),
            nobody: () => undefined,
          });
        },
        { count: messages, ...flood(place.appOrigin) },
      );
      const work = (): Promise<unknown> => page.evaluate("flood()");
      // what the browser itself takes to call a listener that does nothing
      await page.evaluate("addEventListener('message', nobody)");
      const floor = await spent(cdp, work);
      await page.evaluate("removeEventListener('message', nobody)");
      const popup = await signIn();
      const waiting = await spent(cdp, work);
      console.log(`${what}: ${waiting.toFixed(0)} ms, of which an empty listener takes ${floor.toFixed(0)} ms`);
      expect(waiting - floor).toBeLessThan(200);
      const told = (await rig()).events.filter((type) => type.startsWith("security."));
      expect(told).toEqual(what.startsWith("forged") ? ["security.messageRefused"] : []);
      await popup.getByRole("button", { name: "Sign in" }).click();
      await expect(app.getByRole("dialog")).toHaveCount(0);
      expect((await rig()).codes).toHaveLength(1);
    },
  );
