import type { Diagnosis } from "../model/Diagnosis.js";

/** How many calls a reauthorization concerns. */
export interface Affected {
  count(): number;
  /** `isLate`: it began when a person was being asked already, as polls do. It is known, and not counted. */
  add(diagnosis: Diagnosis, isLate?: boolean): void;
  clear(): void;
}

/** One failure may be told twice, by the guard around a call and by the data layer above it: it counts once. */
export function createAffected(): Affected {
  let counted = new WeakSet<Diagnosis>();
  let count = 0;
  return {
    count: () => count,
    add(diagnosis, isLate = false) {
      if (counted.has(diagnosis)) return;
      counted.add(diagnosis);
      count += isLate ? 0 : 1;
    },
    clear() {
      counted = new WeakSet();
      count = 0;
    },
  };
}
