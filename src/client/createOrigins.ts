import { attempt } from "../core/attempt.js";

/** In which session each error began: what began before the last sign-in is healed by it. */
export interface Origins {
  /** The first word counts: a call that is noted at its start knows better than a notice that sees its error late. */
  note(error: unknown, epoch: number): void;
  epochOf(error: unknown): number | undefined;
}

/** Holds no error. */
export function createOrigins(): Origins {
  const epochs = new WeakMap<object, number>();
  const epochOf = (error: unknown): number | undefined => epochs.get(error as object);
  return {
    note(error, epoch) {
      // what is no object can't be known again
      if (epochOf(error) === undefined) attempt(() => epochs.set(error as object, epoch));
    },
    epochOf,
  };
}
