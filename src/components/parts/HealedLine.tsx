import type { ReactElement } from "react";
import type { Healed } from "./useHealedLine.js";

/** One line that says so. It takes no room: the page doesn't move when it comes or goes. */
export function HealedLine({ healed, ...part }: { readonly healed: Healed | null }): ReactElement | null {
  if (healed === null) return null;
  const { title, description } = healed;
  return (
    <div {...part} aria-hidden>
      <div>
        <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" fillRule="evenodd">
          <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.3 4.2-4.1 4.2-2-2-1 1 3 3.1 5.1-5.3-1-1Z" />
        </svg>
        <strong>{title}</strong>
        {description === "" ? null : <span>{description}</span>}
      </div>
    </div>
  );
}
