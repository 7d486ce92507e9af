import { useId, type ReactElement, type ReactNode } from "react";
import { useTencentContext } from "../react/useTencentContext.js";
import { Dialog } from "./Dialog.js";
import { HostDialog } from "./HostDialog.js";
import type { Parts } from "./useParts.js";

interface FrameProps<Name extends string> {
  readonly name: Name;
  readonly part: Parts<Name | "title">;
  readonly container: HTMLElement | null | undefined;
  readonly variant?: "dialog" | "banner" | "inline" | undefined;
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  readonly title: string;
  readonly state: string | undefined;
  /** Changes when it says something else. */
  readonly step: string | undefined;
  readonly children: ReactNode;
}

/** Where a person is asked: in the host's own modal, else in the native dialog, or in the page itself. */
export function Frame<Name extends string>(props: FrameProps<Name>): ReactElement | null {
  const { name, part, variant, isOpen, title, children, container, state, onDismiss, step } = props;
  const { dialogClassName, speech } = useTencentContext("ReauthPrompt");
  const { tag: lang, dir } = speech.locale;
  const titleId = useId();
  const isDialog = variant === undefined || variant === "dialog";
  const root = {
    ...part(name, isDialog ? dialogClassName : undefined),
    "data-state": state,
    "data-variant": variant,
    lang,
    dir,
  };
  const own = { isOpen, onDismiss, step };
  if (isDialog && part.components?.Dialog)
    return (
      <HostDialog {...own} {...{ root, title }} as={part.components.Dialog}>
        {children}
      </HostDialog>
    );
  const inside = (
    <>
      <h2 {...part("title")} id={titleId} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </>
  );
  if (isDialog)
    return (
      <Dialog {...own} {...root} container={container} titleId={titleId}>
        {inside}
      </Dialog>
    );
  return isOpen ? (
    <section {...root} aria-labelledby={titleId}>
      {inside}
    </section>
  ) : null;
}
