import type { Diagnosis } from "../model/Diagnosis.js";
import type { Limits } from "../model/Limits.js";

/** Remembers what was started, healed and dismissed, so that nobody is asked in circles. */
export interface Starts {
  /** Counts one start. False when there were too many of late. */
  take(): boolean;
  noteSuccess(diagnosis: Diagnosis | null): void;
  /** Whether this failure came back too soon after a success to be healed by another one. */
  isLoop(diagnosis: Diagnosis): boolean;
  coolDown(): void;
  isCoolingDown(): boolean;
}

/** Times are read from the clock that never jumps, where there is one. */
export function createStarts({ starts, startsWindowMs, loopMs, coolDownMs }: Limits): Starts {
  let taken: readonly number[] = [];
  let healed: { readonly fingerprint: string; readonly at: number } | undefined;
  let dismissedAt = -Infinity;
  return {
    take() {
      taken = taken.filter((at) => now() - at < startsWindowMs);
      if (taken.length >= starts) return false;
      taken = [...taken, now()];
      return true;
    },
    noteSuccess(diagnosis) {
      healed = diagnosis === null ? undefined : { fingerprint: diagnosis.fingerprint, at: now() };
      dismissedAt = -Infinity;
    },
    isLoop: ({ fingerprint }) => healed?.fingerprint === fingerprint && now() - healed.at < loopMs,
    coolDown() {
      dismissedAt = now();
    },
    isCoolingDown: () => now() - dismissedAt < coolDownMs,
  };
}

function now(): number {
  return performance.now();
}
