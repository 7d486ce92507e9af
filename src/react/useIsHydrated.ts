"use client";

import { useSyncExternalStore } from "react";

/** Whether this is a browser that no longer holds to what a server wrote: only there are the clock and the time zone known. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
}

/** A store that never changes, for `useSyncExternalStore`. */
export function noSubscription(): () => void {
  return () => undefined;
}
