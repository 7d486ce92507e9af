"use client";

import { useEffect, useState } from "react";

/** Whether the network went away while the page is open. What a browser claims before that is not believed: some are wrong. */
export function useOffline(): boolean {
  const [isOffline, setOffline] = useState(false);
  useEffect(() => watchNetwork(({ type }) => setOffline(type === "offline")), []);
  return isOffline;
}

/** Tells when the browser loses the network and when it has it again. Returns how to leave off. */
export function watchNetwork(listener: (event: Event) => void): () => void {
  const names = ["online", "offline"];
  for (const name of names) addEventListener(name, listener);
  return () => {
    for (const name of names) removeEventListener(name, listener);
  };
}
