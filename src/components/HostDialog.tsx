import { useEffect, useRef, useState, type ComponentType, type ReactElement } from "react";
import type { DialogProps } from "./NoticeComponents.js";

interface PanelProps extends Pick<DialogProps, "lang" | "dir" | "children"> {
  readonly step: string | undefined;
}

interface HostDialogProps extends PanelProps {
  readonly as: ComponentType<DialogProps>;
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  readonly title: string;
}

/** The host's own modal in place of the native dialog. What it showed last stays in it while it leaves. */
export function HostDialog(props: HostDialogProps): ReactElement {
  const [shown, show] = useState(props);
  if (props.isOpen && shown !== props) show(props);
  const { as: Host, isOpen: _isOpen, onDismiss, title, ...panel } = shown;
  return (
    <Host open={props.isOpen} onClose={onDismiss} title={title} lang={panel.lang} dir={panel.dir}>
      <Panel {...panel} />
    </Host>
  );
}

function Panel({ step, ...root }: PanelProps): ReactElement {
  const panel = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  useEffect(() => {
    // a click may take away the very button that was clicked, and not every modal looks where the focus went
    if (last.current !== step && document.activeElement === document.body) panel.current?.focus();
    last.current = step;
  }, [step]);
  return <div {...root} ref={panel} tabIndex={-1} />;
}
