import type { Diagnosis } from "../model/Diagnosis.js";

/** What is known of a failure that a sign-in is asked for. */
interface AffectedCall {
  /** It began when a person was being asked already, as polls do. It is known, and not counted. */
  readonly isLate?: boolean | undefined;
  readonly isChange?: boolean | undefined;
  /** A data layer of the kit sends it again, and reports by `settle`. */
  readonly isFollowed?: boolean | undefined;
}

/** How many calls a reauthorization concerns, and what became of them. */
export interface AffectedCount {
  count(): number;
  /** How many of them read. */
  reloads(): number;
  /** Whether they have several codes. */
  isMixed(): boolean;
  /** How many readings have come since. */
  restored(): number;
  /** How many held changes went well since. */
  sent(): number;
  /** How many are not over yet, but for those that wait for a yes. */
  unsettled(toConfirm: number): number;
  add(diagnosis: Diagnosis, about?: AffectedCall): void;
  /** The call that failed so was sent again, or never will be. */
  settle(diagnosis: Diagnosis, isWell: boolean, isChange: boolean): void;
  clear(): void;
}

/** One failure may be told twice, by the guard around a call and by the data layer above it: it counts once. */
export function createAffectedCount(): AffectedCount {
  let counted = new WeakSet<Diagnosis>();
  let count = 0;
  let reloads = 0;
  let restored = 0;
  let sent = 0;
  let codes = new Set<number | null>();
  const readings = new Set<Diagnosis>();
  const changes = new Set<Diagnosis>();
  return {
    count: () => count,
    reloads: () => reloads,
    isMixed: () => codes.size > 1,
    restored: () => restored,
    sent: () => sent,
    unsettled: (toConfirm) => readings.size + Math.max(0, changes.size - toConfirm),
    add(diagnosis, { isLate = false, isChange = false, isFollowed = false } = {}) {
      if (counted.has(diagnosis)) return;
      counted.add(diagnosis);
      codes.add(diagnosis.failure.code);
      count += isLate ? 0 : 1;
      reloads += isLate || isChange ? 0 : 1;
      if (isFollowed && !isLate) (isChange ? changes : readings).add(diagnosis);
    },
    settle(diagnosis, isWell, isChange) {
      const wasRead = readings.delete(diagnosis);
      changes.delete(diagnosis);
      if (!isWell) return;
      if (isChange) sent += 1;
      else if (wasRead) restored += 1;
    },
    clear() {
      counted = new WeakSet();
      codes = new Set();
      count = reloads = restored = sent = 0;
      readings.clear();
      changes.clear();
    },
  };
}
