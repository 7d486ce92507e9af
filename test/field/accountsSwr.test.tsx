import { afterAll, beforeAll, describe, test, vi } from "vitest";
import { fakeTabs } from "../client/fakeBrowser.js";
import { batches, titleOf, type Row } from "./accountKinds.js";
import { playAll, type Played } from "./accountPlay.js";
import { expectNothingCrossed, expectNothingLost } from "./accountRules.js";
import { createSwrApp } from "./accountSwr.js";

const { port1, port2 } = new MessageChannel();

/** React works in tasks of its own. */
async function tick(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  for (let turn = 0; turn < 2; turn += 1)
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
}

beforeAll(() => {
  vi.useFakeTimers({
    toFake: [
      "setTimeout",
      "clearTimeout",
      "setInterval",
      "clearInterval",
      "performance",
      "Date",
      "requestAnimationFrame",
    ],
  });
  const { Channel, locks } = fakeTabs(() => 1);
  vi.stubGlobal("BroadcastChannel", Channel);
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  // an app whose account is known nowhere gets a hint
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "locks");
});

describe.each(batches(["SWR"]))("$layer, $stake, $way", ({ rows }) => {
  const played: Record<string, ReadonlyMap<Row, Played>> = {};

  beforeAll(async () => {
    for (const who of ["A", "B"]) {
      played[who] = await playAll(rows, createSwrApp, who, tick);
      vi.clearAllTimers();
    }
  });

  test.each(rows.map((row) => [titleOf(row), row] as const))("B comes, %s", (_title, row) => {
    expectNothingCrossed(row, played["B"]?.get(row) as Played);
  });
  test.each(rows.map((row) => [titleOf(row), row] as const))("A comes back, %s", (_title, row) => {
    expectNothingLost(row, played["A"]?.get(row) as Played);
  });
});
