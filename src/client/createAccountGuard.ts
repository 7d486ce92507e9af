import { attempt } from "../core/attempt.js";

/** How the guard knows who is signed in, and whom it tells. */
export interface AccountGuardParts {
  /** The account that is signed in as far as the app knows. */
  accountId(): string | undefined;
  onAccountChange(change: { readonly previous: string; readonly next: string }): void;
}

/** `same` person, somebody `other`, or the first person `back` after another one had come. */
export type AccountVerdict = "same" | "other" | "back";

/** Notices when somebody else signs in. */
export interface AccountGuard {
  /** Whose session this is now. Tells the app of every change before it answers. */
  judge(next: string | undefined, onCrash: (error: unknown) => void): AccountVerdict;
  /** The person goes on as whoever signed in last. */
  accept(): void;
}

/** Until a change is accepted, who was there before it is expected back. An account without a name is nobody else. */
export function createAccountGuard({ accountId, onAccountChange }: AccountGuardParts): AccountGuard {
  let last: string | undefined;
  let expected: string | undefined;
  return {
    judge(next, onCrash) {
      const previous = expected === undefined ? (attempt(accountId) ?? last) : last;
      const wanted = expected ?? previous;
      last = next ?? last;
      expected = undefined;
      if (next === undefined || previous === undefined) return "same";
      if (next !== previous) {
        try {
          onAccountChange({ previous, next });
        } catch (error) {
          onCrash(error);
        }
      }
      if (next === wanted) return next === previous ? "same" : "back";
      expected = wanted;
      return "other";
    },
    accept() {
      expected = undefined;
    },
  };
}
