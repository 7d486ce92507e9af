/** The calls that a sign-in makes itself: they can't wait for that sign-in. */
export interface SignInCalls {
  /** Makes the call in which the sign-in's calls begin. `signal` goes along with all that it sends, `secrets` with some. */
  run<Result>(call: () => Result, signal: AbortSignal, secrets?: readonly string[]): Result;
  /** Whether a call that begins right now is one of them. */
  isBeginning(): boolean;
  /** What each of them carries, or some. */
  readonly signals: Pick<WeakSet<AbortSignal>, "has">;
  secrets(): readonly string[];
}

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
