/** While a person is asked whether to go on with another account, nothing is fetched in that account's name. */
export interface AccountChoice {
  /** Resolves once the person goes on with it, and never where the first account comes back. Undefined while nothing is asked. */
  pending(): Promise<void> | undefined;
  ask(): void;
  accept(): void;
  /** The first account is back: what waited was asked for in the name of the other one. */
  forget(): void;
}

/** Total. */
export function createAccountChoice(): AccountChoice {
  let waiting: { readonly until: Promise<void>; readonly open: () => void } | undefined;
  const forget = (): void => {
    waiting = undefined;
  };
  return {
    pending: () => waiting?.until,
    ask() {
      let open = (): void => undefined;
      const until = new Promise<void>((resolve) => (open = resolve));
      waiting ??= { until, open };
    },
    accept() {
      const { open } = waiting ?? {};
      forget();
      open?.();
    },
    forget,
  };
}
