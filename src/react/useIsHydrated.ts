"use client";

import { useSyncExternalStore } from "react";

/** Whether hydration is over: only then may a render use the browser's clock and time zone. */
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
