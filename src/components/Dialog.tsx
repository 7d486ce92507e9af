"use client";
import {
  useEffect,
  useInsertionEffect,
  useRef,
  type ReactElement,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from "react";
import { createPortal } from "react-dom";
import { useModal } from "./useModal.js";

interface DialogProps {
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  readonly container?: HTMLElement | null | undefined;
  readonly titleId: string;
  /** Changes when the dialog says something else. */
  readonly step: string | undefined;
  readonly children: ReactNode;
}

type OpenDialogProps = Omit<DialogProps, "isOpen" | "container"> & {
  readonly dialog: RefObject<HTMLDialogElement | null>;
};

/**
 * A native modal dialog that holds over other libraries' modals: in the top layer, deaf to their focus traps and outside
 * clicks, and closed by nobody else's Escape.
 */
export function Dialog({ isOpen, container, ...props }: DialogProps): ReactElement | null {
  const dialog = useRef<HTMLDialogElement>(null);
  useOwnEscape(dialog, props.onDismiss);
  return isOpen ? createPortal(<OpenDialog {...props} dialog={dialog} />, container ?? document.body) : null;
}

function OpenDialog({ dialog, onDismiss, titleId, step, children, ...props }: OpenDialogProps): ReactElement {
  const isShown = useModal(dialog, step);
  return (
    <dialog
      {...sealed}
      {...props}
      ref={dialog}
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
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
    </dialog>
  );
}

/** React lets events bubble through portals: a host's modal, form or menu around us would take ours for its own. */
const sealed = { onClick: stop, onKeyDown: stop, onBlur: stop, onChange: stop, onSubmit: stop };

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

/** First on the window, before any host's own; and an Escape that ends a Chinese input method's word is no Escape. */
function useOwnEscape(dialog: RefObject<HTMLDialogElement | null>, onDismiss: () => void): void {
  const latest = useRef(onDismiss);
  useEffect(() => {
    latest.current = onDismiss;
  });
  // insertion effects come before all others of a page: Mantine listens at the same place
  useInsertionEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || dialog.current === null || !isOurs(event, dialog.current)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isComposing(event)) latest.current();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [dialog]);
}

/** Under a modal of ours a key lands in it or nowhere: any other place belongs to a modal that opened later. */
function isOurs({ target }: KeyboardEvent, dialog: HTMLDialogElement): boolean {
  const isNowhere = !(target instanceof Element) || target === document.body || target === document.documentElement;
  return isNowhere || dialog.contains(target);
}

/** Safari ends the composition before it tells of the key, and marks that by the number alone. */
function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it
  return event.isComposing || event.keyCode === 229;
}
