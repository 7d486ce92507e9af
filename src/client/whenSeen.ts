/** Calls back once the page is seen and has a network: at once where it is so already. Returns how to leave off. */
export function whenSeen(isOnline: () => boolean, call: () => void): () => void {
  const isSeen = (): boolean => document.visibilityState !== "hidden" && isOnline();
  if (typeof document === "undefined" || isSeen()) {
    call();
    return () => undefined;
  }
  const off = (): void => {
    document.removeEventListener("visibilitychange", look);
    removeEventListener("online", look);
  };
  function look(): void {
    if (!isSeen()) return;
    off();
    call();
  }
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  return off;
}
