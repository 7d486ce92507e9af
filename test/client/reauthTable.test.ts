import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawStates } from "../../scripts/drawStates.mjs";
import type { ReauthEvent, ReauthEventType, ReauthRow } from "../../src/client/ReauthEvent.js";
import { idle, isReauthPending } from "../../src/client/reauthStatus.js";
import { next, reauthTable } from "../../src/client/reauthTable.js";
import type { ReauthSnapshot, ReauthStatus } from "../../src/model/ReauthSnapshot.js";

const isStatus: Readonly<Record<ReauthStatus, true>> = {
  idle: true,
  required: true,
  opening: true,
  waiting: true,
  verifying: true,
  succeeded: true,
  cancelled: true,
  failed: true,
};
const statuses = Object.keys(isStatus) as ReauthStatus[];
const events = [...new Set(reauthTable.map(([event]) => event))];
const yesOrNo = [false, true];

/** Every state that rows can tell apart. */
const states: readonly ReauthSnapshot[] = [
  ...statuses.map((status) => ({ ...idle, status, reason: status === "failed" ? ("denied" as const) : null })),
  { ...idle, status: "failed", reason: "loop" },
  { ...idle, status: "failed", reason: "accountMismatch" },
  { ...idle, status: "waiting", elsewhere: true },
];

/** Every event that rows can tell apart. */
function variantsOf(type: ReauthEventType): readonly ReauthEvent[] {
  if (type === "progress")
    return (["opening", "waiting", "verifying"] as const).map((status) => ({ type, progress: { status } }));
  const reasons = type === "fail" ? (["denied", "loop"] as const) : ([undefined, "loop"] as const);
  return reasons.flatMap((reason) =>
    yesOrNo.map((is) => ({ type, reason, isDismissed: is, isInReach: is, isAsked: is, isNoticed: is })),
  );
}

/** Each state with each event. */
const walk = states.flatMap((state) =>
  events.flatMap((type) => variantsOf(type).map((event) => ({ state, event, ...takeStep(state, event) }))),
);

function takeStep(state: ReauthSnapshot, event: ReauthEvent) {
  const { state: after, effects } = next(state, event);
  // each row has a list of its own
  return { after, row: reauthTable.find((each) => each[3] === effects) };
}

describe("the table", () => {
  test("has a row for an event in a status, or nothing changes", () => {
    expect(walk.length).toBeGreaterThan(statuses.length * events.length);
    for (const { state, event, after, row } of walk) {
      const isNamed = reauthTable.some(([type, from]) => type === event.type && from.includes(state.status));
      if (!isNamed) expect(row, `${event.type} in ${state.status}`).toBeUndefined();
      if (row === undefined) expect(after, `${event.type} in ${state.status}`).toBe(state);
    }
  });

  test("counts 8 statuses and 18 events: 104 pairs with a row, 40 refused", () => {
    const pairs = statuses.flatMap((status) => events.map((event) => [status, event] as const));
    const refused = pairs.filter(
      ([status, event]) => !reauthTable.some(([type, from]) => type === event && from.includes(status)),
    );
    expect([statuses.length, events.length, pairs.length - refused.length, refused.length]).toEqual([8, 18, 104, 40]);
  });

  test("has no row that another one hides", () => {
    const used = new Set<ReauthRow | undefined>(walk.map(({ row }) => row));
    expect(reauthTable.filter((row) => !used.has(row))).toEqual([]);
  });

  test("leads from idle to every status", () => {
    const reached = new Map<string, ReauthSnapshot>([["idle", idle]]);
    for (const state of reached.values())
      for (const event of events.flatMap(variantsOf)) {
        const { after } = takeStep(state, event);
        const key = `${after.status} ${after.reason ?? ""} ${after.elsewhere}`;
        if (!reached.has(key)) reached.set(key, after);
      }
    expect([...new Set([...reached.values()].map(({ status }) => status))].sort()).toEqual([...statuses].sort());
  });
});

describe("each row", () => {
  test("publishes once where it changes the status, and says so by an event only after that", () => {
    for (const [event, , to, effects] of reauthTable) {
      const published = effects.filter((effect) => effect === "publish").length;
      if (to === "same") expect(published, event).toBeLessThanOrEqual(1);
      else expect(published, event).toBe(1);
      const emitted = effects.findIndex((effect) => effect.startsWith("reauth."));
      if (emitted >= 0) expect(emitted, event).toBeGreaterThan(effects.indexOf("publish"));
    }
  });

  test.each([
    ["required", "reauth.required"],
    ["succeeded", "reauth.succeeded"],
    ["failed", "reauth.failed"],
    ["cancelled", "reauth.cancelled"],
  ] as const)("that leads to %s emits %s, unless another tab leads there or it asks on", (status, effect) => {
    const rows = reauthTable.filter(([event, , to]) => to === status && event !== "handBack" && event !== "stay");
    for (const [event, , , effects] of rows) expect(effects, event).toContain(effect);
  });

  test("raises the epoch for a session and for nothing else", () => {
    for (const { state, event, after } of walk) {
      const isSession = ["succeed", "arrive", "return", "switch"].includes(event.type);
      expect(after.epoch - state.epoch, event.type).toBe(isSession ? 1 : 0);
      const isOther = ["arrive", "return", "switch"].includes(event.type);
      expect(after.accountEpoch, event.type).toBe(isOther ? after.epoch : state.accountEpoch);
    }
  });

  test("leaves neither a reason, a closed window nor another tab behind", () => {
    const before: ReauthSnapshot = { ...idle, status: "waiting", windowClosed: true, lostState: true, elsewhere: true };
    for (const type of events) {
      const { state } = next(before, { type, isNoticed: false });
      if (state.status !== "waiting")
        expect(state, type).toMatchObject({ windowClosed: false, lostState: false, elsewhere: false });
      if (state.status !== "failed") expect(state.reason, type).toBeNull();
    }
  });
});

test("a sign-in is pending while it is asked for and another try can help", () => {
  const pending = states.filter(isReauthPending).map(({ status, reason }) => reason ?? status);
  expect([...new Set(pending)]).toEqual(["required", "opening", "waiting", "verifying", "denied"]);
});

test("docs/states.md is what `npm run update:api` draws", async () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const drawn = await drawStates(reauthTable, statuses, read("src/client/ReauthEvent.ts"));
  expect(read("docs/states.md")).toBe(drawn);
});
