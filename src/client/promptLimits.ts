import type { Diagnosis } from "../model/Diagnosis.js";
import type { CallMark } from "../model/ReauthSnapshot.js";
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
  /** Somebody has come after a log-out: all of it was another person's. */
  forget(): void;
  /** `arrivals`: how many persons the app has named so far. */
  dismiss(arrivals: number): void;
  /** How often a person has said no. */
  dismissals(): number;
  /**
   * Whether a person said no, and this call does not ask for it again: a change at a later click of theirs does, and after the cool-down a
   * reading too. The next one to arrive has said nothing.
   */
  isDismissed(arrivals: number, call: Partial<CallMark>): boolean;
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
  let dismissals = 0;
  let dismissedAt = -Infinity;
  const isCoolingDown = (): boolean => performance.now() - dismissedAt < coolDownMs;
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
      dismissals += 1;
      dismissedAt = performance.now();
    },
    dismissals: () => dismissals,
    isDismissed(arrivals, { isByPerson = false, isChange = false, dismissals: then = 0 }) {
      const isWanted = isByPerson && then === dismissals && (isChange || !isCoolingDown());
      return dismissedAt !== -Infinity && arrivals === arrivalsThen && !isWanted;
    },
    isCoolingDown,
    forget() {
      healedAt.clear();
      taken = [];
      dismissedAt = -Infinity;
    },
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
