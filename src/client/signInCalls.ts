import { isPlain } from "../base/safely.js";

/** What a failed call carried. */
export interface Carried {
  signal?(): AbortSignal | undefined;
  sent?(): unknown;
}

/** The calls that a sign-in makes itself: they can't wait for that sign-in. */
export interface SignInCalls {
  /** Makes the call in which the sign-in's calls begin. `signal` goes along with all that it sends, `secrets` with some. */
  run<Result>(call: () => Result, signal: AbortSignal, secrets?: readonly string[]): Result;
  /** Whether a call that begins right now is one of them. */
  isBeginning(): boolean;
  /** Whether a call that has failed is one of them, by what it carries. */
  isCarried(call: Carried): boolean;
}

/** So many turns of the promises it takes an axios with interceptors to begin a call. No timer fires between them. */
const turns = 30;
/** A shorter code may stand in any text by chance. */
const minSecretLength = 8;

/** Marked by where it begins and by what it carries, never by the time. */
export function createSignInCalls(): SignInCalls {
  let depth = 0;
  const signals = new WeakSet<AbortSignal>();
  let known: readonly string[] = [];

  async function leave(): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    depth -= 1;
  }

  return {
    run(call, signal, secrets = []) {
      signals.add(signal);
      known = secrets.filter(({ length }) => length >= minSecretLength);
      depth += 1;
      try {
        return call();
      } finally {
        void leave();
      }
    },
    isBeginning: () => depth > 0,
    isCarried({ signal, sent }) {
      const given = signal?.();
      return (given !== undefined && signals.has(given)) || (known.length > 0 && carries(sent?.(), known));
    },
  };
}

/** Looks through a bounded part of what a call sends. */
function carries(sent: unknown, secrets: readonly string[]): boolean {
  const left: unknown[] = [sent];
  for (let seen = 0; seen < 200 && left.length > 0; seen += 1) {
    const value = left.pop();
    const text = value instanceof URLSearchParams || value instanceof URL ? value.toString() : value;
    if (typeof text === "string" && secrets.some((secret) => text.includes(secret))) return true;
    if (isPlain(text)) left.push(...Object.values(text).slice(0, 50));
  }
  return false;
}
