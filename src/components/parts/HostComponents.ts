import type { ComponentType, ReactNode } from "react";
import type { Category } from "../../model/Diagnosis.js";

/** What a host's own button is given. Spread it on the button. */
export interface ButtonProps {
  readonly type: "button";
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** Its emphasis. The kit's sheet styles what carries it: remove it to let the host style alone. */
  readonly "data-emphasis"?: "primary" | "secondary";
  /** It does nothing just now: shown as disabled, and left focusable. */
  readonly "aria-disabled"?: true | undefined;
}

/** What a host's own link is given. Spread it on the anchor. */
export interface LinkProps {
  readonly href: string;
  readonly target: "_blank";
  readonly rel: "noopener noreferrer";
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  readonly "aria-label"?: string | undefined;
}

/** What a host's own icon is given. It is decoration: the words beside it say the same. */
export interface IconProps {
  readonly severity: Severity;
  readonly "aria-hidden": true;
  readonly className?: string;
}

/** What a host's own modal is given. Focus, Escape and the restored focus are the modal's own. */
export interface DialogProps {
  /** It is always rendered, so that it can animate open and closed. */
  readonly open: boolean;
  /** For Escape, the backdrop, a close button: whatever closes it outside of the children. */
  readonly onClose: () => void;
  /** Its heading, and so its accessible name. The children have none. */
  readonly title: string;
  /** The language of the heading. The children say theirs themselves. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly children: ReactNode;
}

/** The host's own elements in place of the kit's. `Dialog` is for the ticket that a notice opens. */
export interface NoticeComponents {
  readonly Button?: ComponentType<ButtonProps> | undefined;
  readonly Link?: ComponentType<LinkProps> | undefined;
  readonly Icon?: ComponentType<IconProps> | undefined;
  readonly Dialog?: ComponentType<DialogProps> | undefined;
}

/** The host's own elements in the prompt and the ticket. */
export type DialogComponents = Omit<NoticeComponents, "Icon">;

/** How a notice is laid out. */
export type NoticeVariant = "inline" | "line" | "banner" | "page";

/** How the prompt is laid out. */
export type PromptVariant = "dialog" | "banner" | "inline";

/** When the prompt may take the focus: for a person's own acts, for every failure, or never. */
export type Interrupt = "auto" | "always" | "never";

/** How severe a notice looks. */
export type Severity = "info" | "warning" | "danger";

/** What neither the person in front of the page nor time heals. */
type Danger = "credentials" | "request" | "permission" | "signature" | "configuration" | "platform" | "unknown";

const severities: Readonly<Partial<Record<Category, Severity>>> = {
  reauth: "info",
  cancelled: "info",
  rateLimit: "warning",
  network: "warning",
  restriction: "warning",
} satisfies Record<Exclude<Category, Danger>, Severity>;

/** A failure that the person can heal at once is no alarm. */
export function severityOf(category: Category): Severity {
  return severities[category] ?? "danger";
}
