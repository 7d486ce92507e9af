"use client";

import { useEffect, useState } from "react";

/** Whether the network was lost while the page is open. The initial `navigator.onLine` is ignored: some browsers are wrong. */
export function useOffline(): boolean {
  const [isOffline, setOffline] = useState(false);
  useEffect(() => watchNetwork(({ type }) => setOffline(type === "offline")), []);
  return isOffline;
}

/** Listens for a lost and a regained network. Returns the function that stops it. */
export function watchNetwork(listener: (event: Event) => void): () => void {
  const names = ["online", "offline"];
  for (const name of names) addEventListener(name, listener);
  return () => {
    for (const name of names) removeEventListener(name, listener);
  };
}
