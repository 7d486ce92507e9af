import type { ComponentType, ReactNode } from "react";

/** The parts of a notice, by the name that each carries in `data-part`. */
export type NoticePart =
  | "notice"
  | "icon"
  | "title"
  | "description"
  | "steps"
  | "step"
  | "facts"
  | "status"
  | "code"
  | "requestId"
  | "actions"
  | "action"
  | "details"
  | "dismiss"
  | "stale"
  | "count"
  | "countdown";

/** What a host's own button is given. Spread it on the button. */
export interface ButtonProps {
  readonly type: "button";
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  /** Nothing to do just now: shown so, and left focusable. */
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
}

/** The host's own elements in place of the kit's. */
export interface NoticeComponents {
  readonly Button?: ComponentType<ButtonProps> | undefined;
  readonly Link?: ComponentType<LinkProps> | undefined;
}
