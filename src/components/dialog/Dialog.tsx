"use client";

import {
  type ReactElement,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { onEscape } from "../../react/escapeKey.js";
import { isNowhere, pageBody } from "../../react/pageBody.js";
import { StepMotion } from "./StepMotion.js";
import { useModal } from "./useModal.js";

interface DialogProps {
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  readonly container?: HTMLElement | null | undefined;
  readonly titleId: string;
  readonly descriptionId?: string | undefined;
  /** Changes when the dialog's content does. */
  readonly step: string | undefined;
  readonly children: ReactNode;
}

type OpenDialogProps = Omit<DialogProps, "isOpen" | "container"> & {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Called when it is open but not drawn. */
  readonly onUnseen: () => void;
};

/**
 * A native modal dialog that works above other libraries' modals: in the top layer wherever it is rendered, unaffected by their focus traps
 * and outside clicks, and closed by no Escape that another dialog handles. It inherits theme and language from its place.
 */
export function Dialog({ isOpen, container, ...props }: DialogProps): ReactElement | null {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isUnseen, setUnseen] = useState(false);
  useOwnEscape(dialog, props.onDismiss);
  if (!isOpen) return null;
  const open = <OpenDialog {...props} dialog={dialog} onUnseen={() => setUnseen(true)} />;
  // an open modal that is not drawn would still block the page
  const place = container ?? (isUnseen ? pageBody() : null);
  return place === null ? open : createPortal(open, place);
}

function OpenDialog({
  dialog,
  onDismiss,
  onUnseen,
  titleId,
  descriptionId,
  step,
  children,
  ...props
}: OpenDialogProps): ReactElement {
  const isShown = useModal(dialog, step, onUnseen);
  return (
    <dialog
      {...sealed}
      {...props}
      ref={dialog}
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
      onCancel={(event) => {
        // the browser's own ways to close, such as Back on a phone
        event.preventDefault();
        stop(event);
        onDismiss();
      }}
      onClose={(event) => {
        stop(event);
        if (isShown.current && dialog.current?.open === false) onDismiss();
      }}
    >
      {children}
      <StepMotion dialog={dialog} step={step} />
    </dialog>
  );
}

/** Stops events that a host's modal, form, link or menu around it would handle as their own. */
// prettier-ignore
const sealed = {
  onClick: stop, onDoubleClick: stop, onMouseUp: stop, onPointerUp: stop, onContextMenu: stop, onKeyDown: stop, onKeyUp: stop,
  onBlur: stop, onInput: stop, onChange: stop, onPaste: stop, onDrop: stop,
};

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

/** Handles its Escape before any host. One that ends an input method's composition is ignored. */
function useOwnEscape(dialog: RefObject<HTMLDialogElement | null>, onDismiss: () => void): void {
  const latest = useRef(onDismiss);
  useEffect(() => {
    latest.current = onDismiss;
  });
  useEffect(
    () =>
      onEscape((event) => {
        if (dialog.current === null || !isOurs(event, dialog.current)) return false;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (!isComposing(event)) latest.current();
        return true;
      }),
    [dialog],
  );
}

/** While this modal is the last one, keys arrive in it or at no control: any other target belongs to a modal that opened later. */
function isOurs({ target }: KeyboardEvent, dialog: HTMLDialogElement): boolean {
  if (dialog.querySelector("dialog[open]") !== null) return false;
  return !(target instanceof Element) || isNowhere(target) || dialog.contains(target);
}

/** Whether a key belongs to an input method. Safari ends the composition before the key event and marks it by `keyCode` alone. */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari has no other sign
  return event.isComposing || event.keyCode === 229;
}
