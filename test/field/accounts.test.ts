import { focusManager, onlineManager } from "@tanstack/react-query";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "../client/fakeBrowser.js";
import { batches, rowCounts, titleOf, type Row } from "./accountKinds.js";
import { apps } from "./accountLayers.js";
import { playAll, type Played } from "./accountPlay.js";
import { expectNothingCrossed, expectNothingLost } from "./accountRules.js";

const turn = setImmediate;

async function tick(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await new Promise((resolve) => turn(resolve));
}

/** Without a network, or in a window that a person has left, for the first seconds. */
function away(): void {
  onlineManager.setOnline(false);
  setTimeout(() => onlineManager.setOnline(true), 2000);
}
function elsewhere(): void {
  focusManager.setFocused(false);
  setTimeout(() => focusManager.setFocused(true), 2000);
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"] });
  fakeBrowser(() => 1);
  // an app whose account is known nowhere gets a hint
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each(batches(["guard", "fetch", "axios", "Query"]))("$layer, $stake, $way", ({ layer, stake, rows }) => {
  const played: Record<string, ReadonlyMap<Row, Played>> = {};

  beforeAll(async () => {
    for (const who of ["A", "B"]) {
      if (stake === "paused") away();
      if (stake === "paused retry") elsewhere();
      played[who] = await playAll(rows, apps[layer as keyof typeof apps], who, tick);
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

test("the matrix is complete: the counts of rows and of impossible rows", () => {
  expect(rowCounts()).toMatchInlineSnapshot(`
    {
      "Query": 1150,
      "SWR": 805,
      "a store that goes on naming the former account is the app's own mistake": 520,
      "axios": 345,
      "fetch": 345,
      "guard": 345,
      "has one word for it, \`fallback\`, which is played as initialData": 200,
      "keeps no data": 3000,
      "sends at once, with or without a network": 1600,
      "there is no exchange to write it in": 364,
      "there is no exchange whose answer could be wrapped": 156,
      "there is no store": 1170,
    }
  `);
});
