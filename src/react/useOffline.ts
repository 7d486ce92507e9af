"use client";
import { useEffect, useState } from "react";

/** Whether the network went away while the page is open. What a browser claims before that is not believed: some are wrong. */
export function useOffline(): boolean {
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    const note = ({ type }: Event): void => setOffline(type === "offline");
    addEventListener("offline", note);
    addEventListener("online", note);
    return () => {
      removeEventListener("offline", note);
      removeEventListener("online", note);
    };
  }, []);
  return isOffline;
}
