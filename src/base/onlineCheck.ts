import { attempt } from "./safely.js";

declare const navigator: { readonly onLine: boolean };

/** Asks whether the page has a network. A browser that denies it from the beginning is not believed: some always deny it. */
export function createOnlineCheck(): () => boolean {
  const isBelieved = attempt(() => navigator.onLine);
  return () => !isBelieved || navigator.onLine;
}
