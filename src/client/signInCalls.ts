import type { SignInCalls } from "./Reauth.js";

/** So many turns of the promises it takes an axios with interceptors to begin a call. No timer fires between them. */
const turns = 30;

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
      known = secrets;
      depth += 1;
      try {
        return call();
      } finally {
        void leave();
      }
    },
    isBeginning: () => depth > 0,
    signals,
    secrets: () => known,
  };
}
