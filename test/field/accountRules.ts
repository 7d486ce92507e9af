import { expect } from "vitest";
import { isKnowable, type Row, type Stake } from "./accountKinds.js";
import type { Played } from "./accountPlay.js";

/** What is only read: no change waits. */
const readings: readonly Stake[] = ["initialData", "hydrated", "keepPreviousData"];

const changesOf = ({ stake }: Row): number => (readings.includes(stake) ? 0 : 1);

/** B came after A: nothing of A's is sent or shown as B's, and where that can't be known, a person was asked. */
export function expectNothingCrossed(row: Row, { server, outcomes, leaks, shown, isKnown, before }: Played): void {
  expect(before.done).toEqual([]);
  // what the app itself gives as initial data stands until the first answer
  expect([...leaks]).toEqual(row.stake === "initialData" && isKnown() ? [expect.stringContaining("of A")] : []);
  if (isKnowable(row)) expect(isKnown()).toBe(true);
  if (isKnown()) expect([server.done, shown().filter(isOfA)]).toEqual([[], []]);
  expect(before.toConfirm + before.settled).toBe(changesOf(row));
  expect(outcomes.resolved.length + outcomes.rejected.length).toBe(changesOf(row));
}

/** A came back: the change is made once, by itself where that is safe and certain, and nothing is thrown away. */
export function expectNothingLost(row: Row, { server, outcomes, isKnown, before }: Played): void {
  const changes = Array.from({ length: changesOf(row) - outcomes.rejected.length }, () => ({
    name: "note of A",
    as: "A",
  }));
  expect([isKnown(), server.done]).toEqual([false, changes]);
  if (row.way === "cancelled while verifying") return;
  expect(outcomes.rejected).toEqual([]);
  const isByItself = row.stake === "held auto" || row.stake === "paused" || row.stake === "paused retry";
  if (isByItself && row.way === "own tab" && isKnowable(row))
    expect(before).toMatchObject({ toConfirm: 0, settled: 1 });
}

export function isOfA(text: unknown): boolean {
  return String(text).includes("of A");
}
