import { afterEach, beforeEach } from "vitest";

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

/** Where the pages of a suite wanted to go. Each test begins at home, with nothing in the storages, and leaves nothing behind. */
export function stayingPage(): { readonly home: string; readonly left: Leaving } {
  const home = location.href;
  let left: Leaving;
  const clear = (): void => {
    sessionStorage.clear();
    localStorage.clear();
  };
  beforeEach(() => {
    clear();
    left = leaving();
  });
  afterEach(() => {
    left.stop();
    document.querySelectorAll(".te-callback").forEach((main) => main.remove());
    history.replaceState(null, "", home);
    clear();
  });
  return {
    home,
    get left() {
      return left;
    },
  };
}
