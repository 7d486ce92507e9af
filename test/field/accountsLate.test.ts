import { focusManager, onlineManager } from "@tanstack/react-query";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "../client/fakeBrowser.js";
import { batches, titleOf, type Row } from "./accountKinds.js";
import type { Played } from "./accountPlay.js";
import { expectNothingCrossed, expectNothingLost } from "./accountRules.js";

// The matrix of accounts once more, in pages whose engine is fetched at their first failure: one batch of eight, and all of them
// with `FUZZ_RUNS` set.
const nth = process.env["FUZZ_RUNS"] === undefined ? 8 : 1;
const some = batches(["guard", "fetch", "axios", "Query"]).filter((_, index) => index % nth === 0);

const turn = setImmediate;

async function tick(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await new Promise((resolve) => turn(resolve));
  await vi.dynamicImportSettled();
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
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each(some)("$layer, $stake, $way", ({ layer, stake, rows }) => {
  const played: Record<string, ReadonlyMap<Row, Played>> = {};

  beforeAll(async () => {
    for (const who of ["A", "B"]) {
      vi.resetModules();
      const { engineChunk } = await import("../../src/client/lateEngine.js");
      const { playAll } = await import("./accountPlay.js");
      const { apps } = await import("./accountLayers.js");
      expect(engineChunk.now()).toBeUndefined();
      if (stake === "paused") away();
      if (stake === "paused retry") elsewhere();
      played[who] = await playAll(rows, apps[layer as keyof typeof apps], who, tick);
      expect(engineChunk.now()).toBeDefined();
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
