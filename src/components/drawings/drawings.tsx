import type { ReactElement } from "react";
import type { Category } from "../../model/Diagnosis.js";

/** How a drawing is placed. Its colours are the sheet's variables. */
export interface DrawingProps {
  readonly className?: string | undefined;
}

/** A door key beside a closed lock. Decoration: the words beside it say what is the matter. */
export function SignedOut({ className }: DrawingProps): ReactElement {
  return (
    <svg viewBox="0 0 160 120" className={className} aria-hidden>
      <circle cx="80" cy="60" r="52" fill="var(--te-color-info-bg)" />
      <rect x="52" y="56" width="56" height="42" rx="7" fill="currentColor" />
      <path d="M62 56V43a18 18 0 0 1 36 0v13" fill="none" stroke="currentColor" strokeWidth="7" />
      <circle cx="80" cy="74" r="6" fill="var(--te-color-bg)" />
      <path d="M80 76v10" stroke="var(--te-color-bg)" strokeWidth="5" strokeLinecap="round" />
      <path
        d="M22 30h14M29 23v14M128 92h10M133 87v10"
        stroke="var(--te-color-border)"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** A cloud that is cut off. Decoration: the words beside it say what is the matter. */
export function Offline({ className }: DrawingProps): ReactElement {
  return (
    <svg viewBox="0 0 160 120" className={className} aria-hidden>
      <circle cx="80" cy="60" r="52" fill="var(--te-color-info-bg)" />
      <path d="M54 84a17 17 0 0 1 2-34 26 26 0 0 1 50 2 16 16 0 0 1 0 32Z" fill="currentColor" />
      <path d="M46 28l68 72" stroke="var(--te-color-bg)" strokeWidth="12" strokeLinecap="round" />
      <path d="M46 28l68 72" stroke="var(--te-color-muted)" strokeWidth="5" strokeLinecap="round" />
      <path d="M20 52h12M128 40h10M126 88h14" stroke="var(--te-color-border)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

/** An hour glass. Decoration: the words beside it say what is the matter. */
export function Busy({ className }: DrawingProps): ReactElement {
  return (
    <svg viewBox="0 0 160 120" className={className} aria-hidden>
      <circle cx="80" cy="60" r="52" fill="var(--te-color-info-bg)" />
      <path d="M56 26h48M56 94h48" stroke="currentColor" strokeWidth="7" strokeLinecap="round" />
      <path
        d="M61 29v9c0 10 12 16 19 22 7-6 19-12 19-22v-9ZM61 91v-9c0-10 12-16 19-22 7 6 19 12 19 22v9Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="5"
      />
      <path d="M69 40h22c-2 5-7 8-11 12-4-4-9-7-11-12ZM67 90c1-8 8-11 13-15 5 4 12 7 13 15Z" fill="currentColor" />
      <path d="M22 44h12M128 76h12M132 34v10" stroke="var(--te-color-border)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

/** A door with a sign. Decoration: the words beside it say what is the matter. */
export function ClosedDoor({ className }: DrawingProps): ReactElement {
  return (
    <svg viewBox="0 0 160 120" className={className} aria-hidden>
      <circle cx="80" cy="60" r="52" fill="var(--te-color-info-bg)" />
      <path d="M54 100V30a5 5 0 0 1 5-5h42a5 5 0 0 1 5 5v70Z" fill="currentColor" />
      <rect x="64" y="46" width="32" height="15" rx="3" fill="var(--te-color-bg)" />
      <path d="M70 53.5h20" stroke="var(--te-color-muted)" strokeWidth="4" strokeLinecap="round" />
      <circle cx="97" cy="72" r="3.5" fill="var(--te-color-bg)" />
      <path d="M40 100h80" stroke="var(--te-color-border)" strokeWidth="5" strokeLinecap="round" />
    </svg>
  );
}

const drawings: Readonly<Partial<Record<Category, (props: DrawingProps) => ReactElement>>> = {
  reauth: SignedOut,
  network: Offline,
  rateLimit: Busy,
  platform: Busy,
};

/** The drawing of a category, as `illustration` of a notice takes it. */
export function drawingFor(category: Category): ReactElement {
  const Drawing = drawings[category] ?? ClosedDoor;
  return <Drawing />;
}
