import { type ComponentType, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { isNowhere } from "../../react/pageBody.js";
import type { TencentErrorContextValue } from "../../react/PageContext.js";
import type { Category } from "../../model/Diagnosis.js";
import { type DialogProps, type PromptVariant, severityOf } from "../parts/HostComponents.js";
import { Dialog } from "./Dialog.js";
import type { Parts } from "../parts/Parts.js";

interface FrameProps<Name extends string> {
  readonly name: Name;
  readonly part: Parts<Name | "title">;
  readonly context: Pick<TencentErrorContextValue, "dialogClassName" | "text">;
  readonly container: HTMLElement | null | undefined;
  readonly variant?: PromptVariant | undefined;
  /** What describes it. */
  readonly descriptionId?: string | undefined;
  /** A section that stands over the page, in the place of a dialog. */
  readonly isQuiet?: boolean | undefined;
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  readonly title: string;
  readonly state: string | undefined;
  /** Of the failure that it is about. */
  readonly category: Category | undefined;
  /** Changes when its content does. */
  readonly step: string | undefined;
  readonly children: ReactNode;
}

/** The frame of a prompt or a ticket: the host's own modal, the native dialog, or a section of the page. */
export function DialogFrame<Name extends string>(props: FrameProps<Name>): ReactElement | null {
  const {
    name,
    part,
    variant,
    descriptionId,
    isQuiet = false,
    isOpen,
    title,
    children,
    container,
    context,
    state,
    category,
    onDismiss,
    step,
  } = props;
  const { tag: lang, dir } = context.text.locale;
  const titleId = useId();
  const isDialog = variant === undefined || variant === "dialog";
  const root = {
    ...part(name, isDialog ? context.dialogClassName : undefined),
    "data-state": state,
    "data-category": category,
    "data-severity": category && severityOf(category),
    "data-variant": variant,
    "data-quiet": isQuiet && !isDialog ? "" : undefined,
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
      <Dialog {...own} {...root} {...{ container, titleId, descriptionId }}>
        {inside}
      </Dialog>
    );
  return isOpen ? (
    <section {...root} aria-labelledby={titleId} aria-describedby={descriptionId}>
      {inside}
    </section>
  ) : null;
}

interface HostDialogProps extends Pick<DialogProps, "title" | "children"> {
  readonly as: ComponentType<DialogProps>;
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  /** Changes when its content does. */
  readonly step: string | undefined;
  /** What the root of the children carries. */
  readonly root: Pick<DialogProps, "lang" | "dir">;
}

/** The host's own modal in place of the native dialog. It keeps its last content while it closes. */
function HostDialog(props: HostDialogProps): ReactElement {
  const { as: Host, isOpen, onDismiss, step } = props;
  const [shown, show] = useState(props);
  if (isOpen && shown !== props) show(props);
  const { title, root, children } = shown;
  const panel = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    // a click may remove the button that was clicked, and not every modal restores a lost focus
    const isOther = isOpen && last.current !== undefined && last.current !== step;
    if (isOther && isNowhere(document.activeElement)) panel.current?.focus();
    last.current = step;
  }, [isOpen, step]);
  return (
    <Host open={isOpen} onClose={onDismiss} title={title} lang={root.lang} dir={root.dir}>
      <div {...root} ref={panel} tabIndex={-1}>
        {children}
      </div>
    </Host>
  );
}
