import { useEffect, useState } from "react";

/** What a sign-in or another try has brought, for an app's own toast. */
export interface Healed {
  /** `You're signed in`, `Working again`. */
  readonly title: string;
  /** How many items were restored and changes sent; empty where that says nothing. */
  readonly description: string;
}

/** So long a success is seen. It is announced besides. */
export const seenMs = 1200;

/** The success that is to be seen just now, and how to show one. With `onHealed`, the app shows it instead. */
export function useHealedLine(
  onHealed: ((healed: Healed) => void) | undefined,
): readonly [Healed | null, (healed: Healed) => void] {
  const [line, setLine] = useState<Healed | null>(null);
  useEffect(() => {
    if (line === null) return undefined;
    const timer = setTimeout(() => setLine(null), seenMs);
    return () => clearTimeout(timer);
  }, [line]);
  return [line, onHealed ?? setLine];
}
