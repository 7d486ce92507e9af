"use client";
import { useEffect, useState } from "react";
import { watchNetwork } from "./watchNetwork.js";

/** Whether the network went away while the page is open. What a browser claims before that is not believed: some are wrong. */
export function useOffline(): boolean {
  const [isOffline, setOffline] = useState(false);
  useEffect(() => watchNetwork(({ type }) => setOffline(type === "offline")), []);
  return isOffline;
}
