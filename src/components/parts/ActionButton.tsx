import type { ReactElement } from "react";
import { useTencentContext } from "../../react/useTencentContext.js";
import type { ButtonProps } from "./HostComponents.js";
import { ownProps, type Parts } from "./useParts.js";

interface ActionButtonProps<Part extends string> {
  readonly part: Parts<Part>;
  readonly name: Part;
  readonly label: string;
  /** The label as it is drawn. */
  readonly children?: ReactElement;
  /** The address of a link, opened in a new window. */
  readonly href?: string | undefined;
  readonly run?: ((event?: { readonly detail: number }) => void) | undefined;
  readonly isPrimary?: boolean;
  /** It does noop just now, and keeps the focus. */
  readonly isOff?: boolean;
}

/** A button, or a link where it has an address: the host's own element where there is one. */
export function ActionButton<Part extends string>(props: ActionButtonProps<Part>): ReactElement {
  const {
    part,
    name,
    label,
    children = label,
    href,
    run = noop,
    isPrimary = false,
    isOff = false,
    ...more
  } = ownProps(props);
  const { Button = "button", Link = "a" } = ownProps(part.components ?? {});
  const { labels } = useTencentContext("ErrorNotice").text.words;
  const emphasis: ButtonProps["data-emphasis"] = isPrimary ? "primary" : "secondary";
  const shared = {
    ...part(name),
    ...more,
    "data-emphasis": emphasis,
    onClick: isOff ? noop : run,
    children,
  };
  return href === undefined ? (
    <Button {...shared} type="button" aria-disabled={isOff || undefined} />
  ) : (
    <Link
      {...shared}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${label} (${labels.opensNewWindow})`}
    />
  );
}

function noop(): void {}
