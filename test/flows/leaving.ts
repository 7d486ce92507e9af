/** The event of `navigation` before a page is left. Not in TypeScript's library yet. */
interface Leave extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/** Where the page wanted to go. It stays. */
export interface Leaving {
  readonly urls: readonly string[];
  stop(): void;
}

/** Holds the page where it is, as a person does who stays in a `beforeunload` dialog, and notes where it wanted to go. */
export function leaving(): Leaving {
  const urls: string[] = [];
  const hold = (event: Event): void => {
    const { destination } = event as Leave;
    if (destination.sameDocument) return;
    urls.push(destination.url);
    event.preventDefault();
  };
  const { navigation } = window as Window & { readonly navigation: EventTarget };
  navigation.addEventListener("navigate", hold);
  return { urls, stop: () => navigation.removeEventListener("navigate", hold) };
}
