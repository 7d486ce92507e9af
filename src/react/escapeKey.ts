import { useInsertionEffect } from "react";

/** Returns whether the key was meant for it. */
type Handler = (event: KeyboardEvent) => boolean;

const handlers = new Set<Handler>();

/** Listens for Escape from the page's start, for the dialogs that come later. */
export function useEscapeKey(): void {
  // insertion effects run before all others of a page: Mantine listens on the window too
  useInsertionEffect(() => {
    const tell = (event: KeyboardEvent): void => {
      if (event.key === "Escape") [...handlers].some((handler) => handler(event));
    };
    window.addEventListener("keydown", tell, true);
    return () => window.removeEventListener("keydown", tell, true);
  }, []);
}

/** Asks the handler at each Escape, before any listener of the page, until the function that it returns is called. */
export function onEscape(handler: Handler): () => void {
  handlers.add(handler);
  return () => void handlers.delete(handler);
}
