import { isPlain } from "./carriedCalls.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { callOrigin, isByPerson } from "./callMarks.js";
import type { Reauth } from "./Reauth.js";
import { isReauthPending } from "./reauthStatus.js";
import type { CallMark } from "../model/ReauthSnapshot.js";

/** Remembers which changes failed a short while ago: a library around the guard sends them again by itself. */
interface Repeats {
  /** Notes that this change failed, with what, and whose it is. */
  note(call: readonly unknown[], mark: CallMark, error: unknown): void;
  /** The first try, when this is a later one. What a person does anew is none. */
  find(call: readonly unknown[]): Failed | undefined;
  /** A person gave up what failed with this: it is no library's to send, until somebody signs in. */
  giveUp(error: unknown, reason: Error, epoch: number): void;
  /** What failed with this may be sent again as a new change. */
  forget(error: unknown): void;
}

/** Libraries wait half a minute between their tries. */
const forgetMs = 60_000;
const maxKept = 50;

interface Failed {
  readonly call: readonly unknown[];
  readonly mark: CallMark;
  readonly error: unknown;
  readonly at: number;
  readonly givenUp?: { readonly reason: Error; readonly epoch: number };
}

/** The same function with the same arguments is taken for the same change. Bounded, and forgotten after a minute. */
export function createRepeats(): Repeats {
  let failed: readonly Failed[] = [];

  function recent(): readonly Failed[] {
    if (failed.length > 0) failed = failed.filter(({ at }) => performance.now() - at < forgetMs);
    return failed;
  }

  return {
    note(call, mark, error) {
      const others = recent().filter((each) => !isSameCall(each.call, call));
      failed = [...others, { call, mark, error, at: performance.now() }].slice(-maxKept);
    },
    find(call) {
      const { isByPerson: isAct, isBackground } = callOrigin();
      const isAnew = isAct === true || isBackground === false;
      return recent().length === 0 || isAnew ? undefined : failed.find((each) => isSameCall(each.call, call));
    },
    giveUp(error, reason, epoch) {
      failed = failed.map((each) => (each.error === error ? { ...each, givenUp: { reason, epoch } } : each));
    },
    forget(error) {
      failed = failed.filter((each) => each.error !== error);
    },
  };
}

/** What failed for want of a sign-in and would only fail again. */
interface Refused {
  /** @throws what this reading failed with, while a sign-in is pending, and for a while after a dismissal. */
  check(key: string | undefined): void;
  add(key: string | undefined, error: unknown, diagnosis: Diagnosis): void;
}

/** Polls at ever new addresses push out the oldest. */
const maxRefused = 200;

/** One entry for each reading. A person who asks for it again is never refused. */
export function createRefused(reauth: Pick<Reauth, "getSnapshot" | "isCoolingDown" | "isTrying">): Refused {
  const { getSnapshot, isCoolingDown, isTrying } = reauth;
  const refused = new Map<string, Pick<Failed, "error"> & { readonly diagnosis: Diagnosis; readonly epoch: number }>();
  return {
    check(key) {
      if (key === undefined || refused.size === 0) return;
      const found = refused.get(key);
      const diagnosis = found?.diagnosis;
      const snapshot = getSnapshot(diagnosis);
      if (!isReauthPending(snapshot) && !isCoolingDown(diagnosis)) {
        refused.clear();
        return;
      }
      if (found?.epoch === snapshot.epoch && !isByPerson() && !isTrying(diagnosis)) throw found.error;
    },
    add(key, error, diagnosis) {
      if (key === undefined) return;
      refused.delete(key);
      refused.set(key, { error, diagnosis, epoch: getSnapshot(diagnosis).epoch });
      const [oldest] = refused.keys();
      if (refused.size > maxRefused && oldest !== undefined) refused.delete(oldest);
    },
  };
}

/** As much of two calls as is compared. */
const maxValues = 500;

/** Whether two lists of arguments say the same. Bounded; what isn't plain data is the same only when it is one object. */
function isSameCall(one: readonly unknown[], other: readonly unknown[]): boolean {
  let left = maxValues;

  function isSame(a: unknown, b: unknown): boolean {
    left -= 1;
    if (Object.is(a, b) || (isSignal(a) && isSignal(b))) return true;
    if (left < 0 || !isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const [keys, others] = [Object.keys(a), Object.keys(b)];
    return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
  }

  try {
    return isSame(one, other);
  } catch {
    return false;
  }
}

/** Each try has a signal of its own. */
function isSignal(value: unknown): boolean {
  return typeof AbortSignal === "function" && value instanceof AbortSignal;
}
