import type { ReactElement } from "react";
import type { Action } from "../react/ErrorState.js";
import type { NoticeComponents } from "./NoticePart.js";

/** One action as a button, or as a link where it leads to another page. */
export function ActionButton({ action, isPrimary, isOff, components, ...part }: ActionButtonProps): ReactElement {
  const { kind, label, href, run } = action;
  const shared = { ...part, "data-action": kind, "data-emphasis": isPrimary ? "primary" : "secondary", onClick: run };
  if (href === undefined) {
    const Button = components?.Button ?? "button";
    return (
      <Button {...shared} type="button" aria-disabled={isOff === true || undefined}>
        {label}
      </Button>
    );
  }
  const Link = components?.Link ?? "a";
  return (
    <Link {...shared} href={href} target="_blank" rel="noopener noreferrer">
      {label}
    </Link>
  );
}

interface ActionButtonProps {
  readonly action: Action;
  readonly isPrimary: boolean;
  /** There is nothing to do with it just now. It keeps the focus. */
  readonly isOff?: boolean;
  readonly components: NoticeComponents | undefined;
}
