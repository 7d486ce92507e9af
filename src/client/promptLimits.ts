import type { Diagnosis } from "../model/Diagnosis.js";
import type { Limits } from "./ClientOptions.js";

/** Remembers what was asked, started, healed and dismissed, so that a sign-in is not asked for in circles. */
export interface PromptLimits {
  /** Notes what the coming success is meant to heal. */
  expect(diagnosis: Diagnosis): void;
  /** Counts one start. False when there were too many of late. */
  tryStart(): boolean;
  /** What another tab healed, or the app said, is no loop when it fails here: this tab may hold a session of its own. */
  noteSuccess(isCounted: boolean): void;
  /** Whether this failure came back too soon after a success to be healed by another one. */
  isLoop(diagnosis: Diagnosis): boolean;
  /** `arrivals`: how many persons the app has named so far. */
  dismiss(arrivals: number): void;
  /** Whether a person said no, and has done nothing since that asks for it. The next one to arrive has said nothing. */
  isDismissed(arrivals: number): boolean;
  isCoolingDown(): boolean;
}

/** Servers' own words make kinds of failures without end. */
const maxKinds = 100;

/** Times are read from the clock that never jumps. */
export function createPromptLimits({ starts, startsWindowMs, loopMs, coolDownMs }: Limits): PromptLimits {
  const asked = new Set<string>();
  const healedAt = new Map<string, number>();
  let taken: readonly number[] = [];
  let arrivalsThen = 0;
  let dismissedAt = -Infinity;
  return {
    expect({ fingerprint }) {
      if (asked.size < maxKinds) asked.add(fingerprint);
    },
    tryStart() {
      taken = taken.filter((at) => performance.now() - at < startsWindowMs);
      if (taken.length >= starts) return false;
      taken = [...taken, performance.now()];
      return true;
    },
    noteSuccess(isCounted) {
      if (healedAt.size > maxKinds) healedAt.clear();
      if (isCounted) for (const fingerprint of asked) healedAt.set(fingerprint, performance.now());
      asked.clear();
      dismissedAt = -Infinity;
    },
    isLoop: ({ fingerprint }) => performance.now() - (healedAt.get(fingerprint) ?? -Infinity) < loopMs,
    dismiss(arrivals) {
      asked.clear();
      arrivalsThen = arrivals;
      dismissedAt = performance.now();
    },
    isDismissed: (arrivals) => dismissedAt !== -Infinity && arrivals === arrivalsThen,
    isCoolingDown: () => performance.now() - dismissedAt < coolDownMs,
  };
}

/** What holds when the app sets nothing. */
export const defaultLimits: Limits = {
  starts: 3,
  startsWindowMs: 300_000,
  loopMs: 60_000,
  coolDownMs: 30_000,
  holdMs: 600_000,
};
