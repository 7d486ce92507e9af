import { useSyncExternalStore } from "react";

/** As wide as the sheet's own rule for phones. */
const query = "(max-width: 29.99rem)";

/** Whether the page is as narrow as a phone: buttons are stacked there, the best one first. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => list()?.matches === true,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  const found = list();
  found?.addEventListener("change", listener);
  return () => found?.removeEventListener("change", listener);
}

function list(): MediaQueryList | undefined {
  return typeof matchMedia === "function" ? matchMedia(query) : undefined;
}
