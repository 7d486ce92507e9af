"use client";
import { useEffect, useRef, useState, type ReactElement, type ReactNode, type SyntheticEvent } from "react";
import { createPortal } from "react-dom";

interface PromptDialogProps {
  readonly isOpen: boolean;
  readonly onDismiss: () => void;
  readonly container?: HTMLElement | null | undefined;
  readonly titleId: string;
  /** Changes when the dialog says something else. */
  readonly step: string | undefined;
  readonly children: ReactNode;
}

/**
 * A native modal dialog that holds over other libraries' modals: in the top layer, deaf to their focus traps and outside
 * clicks, and closed by nobody else's Escape.
 */
export function PromptDialog({
  isOpen,
  onDismiss,
  container,
  titleId,
  step,
  children,
  ...props
}: PromptDialogProps): ReactElement | null {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  useModal(dialog);
  useKeptFocus(dialog, step);
  useOwnEscape(dialog, onDismiss);
  if (!isOpen) return null;
  const host = container ?? document.body;
  return createPortal(
    <dialog
      {...props}
      ref={setDialog}
      aria-labelledby={titleId}
      onClose={stop}
      onCancel={(event) => {
        event.preventDefault();
        stop(event);
      }}
    >
      {children}
    </dialog>,
    host,
  );
}

/** React lets these bubble through portals: the host's modal around us would close as well. */
function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

function useModal(dialog: HTMLDialogElement | null): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (dialog === null) return undefined;
    before.current = document.activeElement;
    if (typeof dialog.showModal === "function") dialog.showModal();
    else showWithoutModal(dialog);
    focusTitle(dialog);
    const release = keepEvents(dialog);
    return () => {
      release();
      giveFocusBack(before.current);
    };
  }, [dialog]);
}

/** A click may take away the very button that was clicked: the focus must not fall out of the dialog with it. */
function useKeptFocus(dialog: HTMLDialogElement | null, step: string | undefined): void {
  useEffect(() => {
    if (dialog !== null && !dialog.contains(document.activeElement)) focusTitle(dialog);
  }, [dialog, step]);
}

/** Autofocus does not work in a dialog, and the heading is what should be read first. */
function focusTitle(dialog: HTMLDialogElement): void {
  dialog.querySelector<HTMLElement>("[data-part=title]")?.focus();
}

function showWithoutModal(dialog: HTMLDialogElement): void {
  dialog.setAttribute("open", "");
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-modal", "true");
}

/** Other libraries listen on the document for what happens outside of their own modal. */
function keepEvents(dialog: HTMLDialogElement): () => void {
  const names = ["pointerdown", "mousedown", "touchstart", "focusin"] as const;
  const halt = (event: Event): void => {
    event.stopPropagation();
  };
  for (const name of names) dialog.addEventListener(name, halt);
  return () => {
    for (const name of names) dialog.removeEventListener(name, halt);
  };
}

/** To where it was, else to the notice that asked. */
function giveFocusBack(target: Element | null): void {
  const home =
    target?.isConnected === true && target !== document.body
      ? target
      : document.querySelector("[data-part=notice] button");
  if (home instanceof HTMLElement) home.focus();
}

/** First on the window, before any host's own: and an Escape that ends a Chinese input method's word is no Escape. */
function useOwnEscape(dialog: HTMLDialogElement | null, onDismiss: () => void): void {
  const latest = useRef({ dialog, onDismiss });
  useEffect(() => {
    latest.current = { dialog, onDismiss };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (latest.current.dialog === null || event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current.onDismiss();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}
