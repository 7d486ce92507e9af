import { useEffect, useRef, useState, type ComponentType, type ReactElement } from "react";
import { isNowhere } from "../react/pageBody.js";
import type { DialogProps } from "./NoticeComponents.js";

interface HostDialogProps extends Pick<DialogProps, "title" | "children"> {
  readonly as: ComponentType<DialogProps>;
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  /** Changes when it says something else. */
  readonly step: string | undefined;
  /** What the root of the children carries. */
  readonly root: Pick<DialogProps, "lang" | "dir">;
}

/** The host's own modal in place of the native dialog. What it showed last stays in it while it leaves. */
export function HostDialog(props: HostDialogProps): ReactElement {
  const { as: Host, isOpen, onDismiss, step } = props;
  const [shown, show] = useState(props);
  if (isOpen && shown !== props) show(props);
  const { title, root, children } = shown;
  const panel = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    // a click may take away the very button that was clicked, and not every modal looks where the focus went
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
