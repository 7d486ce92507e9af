import type { ReactElement } from "react";
import { ownOptions } from "../../base/safely.js";
import type { ButtonProps } from "./HostComponents.js";
import type { Parts } from "./Parts.js";

interface ButtonOptions<Part extends string> {
  readonly part: Parts<Part>;
  readonly name: Part;
  readonly label: string;
  /** The label as it is drawn. */
  readonly children?: ReactElement | undefined;
  readonly run?: ((event?: { readonly detail: number }) => void) | undefined;
  readonly isPrimary?: boolean;
  /** It does nothing just now, and keeps the focus. */
  readonly isOff?: boolean;
}

/** The address of a link, opened in a new window, and the words that say so. */
interface LinkOptions {
  readonly href: string | undefined;
  readonly words: { readonly labels: { readonly opensNewWindow: string } };
}

type ActionButtonProps<Part extends string> = ButtonOptions<Part> &
  (LinkOptions | { readonly href?: undefined; readonly words?: undefined });

/** A button, or a link where it has an address: the host's own element where there is one. */
export function ActionButton<Part extends string>(props: ActionButtonProps<Part>): ReactElement {
  return drawButton(undefined, ownOptions(props));
}

/** The same as an element, for a list. Its props are read already: what an app or another script planted on prototypes is not in them. */
export function drawButton<Part extends string>(
  key: string | undefined,
  {
    part,
    name,
    label,
    children,
    href,
    words,
    run = noop,
    isPrimary = false,
    isOff = false,
    ...more
  }: ActionButtonProps<Part>,
): ReactElement {
  const own = part.components && ownOptions(part.components);
  const Button = own?.Button ?? "button";
  const Link = own?.Link ?? "a";
  const emphasis: ButtonProps["data-emphasis"] = isPrimary ? "primary" : "secondary";
  const shared = {
    ...part(name),
    ...more,
    "data-emphasis": emphasis,
    onClick: isOff ? noop : run,
    children: children ?? label,
  };
  return href === undefined ? (
    <Button key={key} {...shared} type="button" aria-disabled={isOff || undefined} />
  ) : (
    <Link
      key={key}
      {...shared}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${label} (${words.labels.opensNewWindow})`}
    />
  );
}

function noop(): void {}
