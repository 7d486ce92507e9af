"use client";
import { useSyncExternalStore } from "react";
import { never } from "./never.js";

/** Whether this is a browser that no longer holds to what a server wrote: only there are the clock and the time zone known. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
