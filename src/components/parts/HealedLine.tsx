import type { ReactElement } from "react";
import { useEffect, useState } from "react";

/** One line that says so. It takes no room: the page doesn't move when it comes or goes. */
export function HealedLine({
  healed,
  isWell = true,
  ...part
}: {
  readonly healed: Healed | null;
  /** Without it, no tick stands before the words. */
  readonly isWell?: boolean;
}): ReactElement | null {
  if (healed === null) return null;
  const { title, description } = healed;
  return (
    <div {...part} aria-hidden>
      <div>
        {isWell ? (
          <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor">
            <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.3 4.2-4.1 4.2-2-2-1 1 3 3.1 5.1-5.3-1-1Z" />
          </svg>
        ) : null}
        <strong>{title}</strong>
        {description === "" ? null : <span>{description}</span>}
      </div>
    </div>
  );
}

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
  ms: number = seenMs,
): readonly [Healed | null, (healed: Healed) => void] {
  const [line, setLine] = useState<Healed | null>(null);
  useEffect(() => {
    if (line === null) return undefined;
    const timer = setTimeout(() => setLine(null), ms);
    return () => clearTimeout(timer);
  }, [line, ms]);
  return [line, onHealed ?? setLine];
}
