import { isByPerson } from "./isByPerson.js";
import { isSameCall } from "./isSameCall.js";
import type { CallMark } from "./Reauth.js";

/** Remembers which changes failed a short while ago: a library around the guard sends them again by itself. */
export interface Repeats {
  /** Notes that this change failed, and whose it is. */
  note(call: readonly unknown[], mark: CallMark): void;
  /** The mark of the first try, when this is a later one. What a person does anew is none. */
  find(call: readonly unknown[]): CallMark | undefined;
  clear(): void;
}

/** Libraries wait half a minute between their tries. */
const forgetMs = 60_000;
const maxKept = 50;

interface Failed {
  readonly call: readonly unknown[];
  readonly mark: CallMark;
  readonly at: number;
}

/** The same function with the same arguments is taken for the same change. Bounded, and forgotten after a minute. */
export function createRepeats(): Repeats {
  let failed: readonly Failed[] = [];

  function recent(): readonly Failed[] {
    if (failed.length > 0) failed = failed.filter(({ at }) => performance.now() - at < forgetMs);
    return failed;
  }

  return {
    note(call, mark) {
      const others = recent().filter((each) => !isSameCall(each.call, call));
      failed = [...others, { call, mark, at: performance.now() }].slice(-maxKept);
    },
    find: (call) =>
      recent().length === 0 || isByPerson() ? undefined : failed.find((each) => isSameCall(each.call, call))?.mark,
    clear() {
      failed = [];
    },
  };
}
