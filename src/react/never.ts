/** A store that never changes, for `useSyncExternalStore`. */
export function never(): () => void {
  return () => undefined;
}
