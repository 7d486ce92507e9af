/** How the guard knows who is signed in, and whom it tells. */
export interface AccountGuardParts {
  /** The account that is signed in as far as the app knows. */
  accountId(): string | undefined;
  onAccountChange(change: { readonly previous: string; readonly next: string }): void;
}

/** Notices when somebody else signs in. */
export interface AccountGuard {
  /** Whether the session still belongs to the same person. Tells the app when it does not. */
  isSame(next: string | undefined, onCrash: (error: unknown) => void): boolean;
  /** The person goes on as whoever signed in last. */
  accept(): void;
}

/** Until a change is accepted, signing in as the first person again is no second change. */
export function createAccountGuard({ accountId, onAccountChange }: AccountGuardParts): AccountGuard {
  let last: string | undefined;
  let expected: string | undefined;
  return {
    isSame(next, onCrash) {
      const previous = expected ?? accountId() ?? last;
      last = next ?? last;
      expected = undefined;
      if (previous === undefined || next === undefined || previous === next) return true;
      expected = previous;
      try {
        onAccountChange({ previous, next });
      } catch (error) {
        onCrash(error);
      }
      return false;
    },
    accept() {
      expected = undefined;
    },
  };
}
