import { type ReactElement, useEffect, useState } from "react";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/Parts.js";
import type { Lost } from "./useReauthNews.js";

/** Long enough to be read: nothing else of the kit says it, since no notice shows what was called off. */
const seenMs = 6000;

/** Says that changes were not sent, since the sign-in was called off. It is announced besides. */
export function LostLine({
  lost,
  part,
}: {
  readonly lost: Lost | null;
  readonly part: Parts<PromptPart>;
}): ReactElement | null {
  const [over, setOver] = useState<Lost | null>(null);
  useEffect(() => {
    if (lost === null) return undefined;
    const timer = setTimeout(() => setOver(lost), seenMs);
    return () => clearTimeout(timer);
  }, [lost]);
  if (lost === null || lost === over) return null;
  return (
    <div {...part("healed")} aria-hidden>
      <div>
        <strong>{lost.title}</strong>
        <span>{lost.description}</span>
      </div>
    </div>
  );
}
