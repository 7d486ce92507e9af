import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { isNowhere, keepAccessible } from "../../react/pageBody.js";
import { lastActed } from "../../react/typing.js";
import { isFocusable, mainPart, takesFocus } from "../parts/focus.js";
import { warnOfColors } from "../parts/warnOfColors.js";

/**
 * Shows a dialog in the top layer for as long as it is mounted and visible, focuses its title, and restores the focus
 * afterwards. Returns whether it is shown.
 */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  step: string | undefined,
  onUnseen: () => void,
): RefObject<boolean> {
  const unseen = useRef(onUnseen);
  const isShown = useRef(false);
  const before = useRef<readonly [own: unknown, wasNowhere: boolean]>([undefined, true]);
  // a layout effect, since those also end when Suspense hides the page: a hidden modal would block all of it
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown === null) return undefined;
    if (!shown.open) {
      const active = document.activeElement;
      const wasNowhere = isNowhere(active);
      // noted now: what a person does in the dialog is what they did last
      before.current = [wasNowhere ? lastActed() : active, wasNowhere];
      show(shown);
      warnOfColors();
    }
    isShown.current = true;
    const release = [keepEvents(shown), keepAccessible(shown), watchSight(shown, () => unseen.current())];
    return () => {
      for (const off of release) off();
      isShown.current = false;
      // in a microtask: React hears the focus event again by then, and StrictMode's second mount has come
      queueMicrotask(() => {
        if (isShown.current) return;
        if (shown.isConnected) hide(shown);
        giveFocusBack(...before.current);
      });
    };
  }, [dialog]);
  useEffect(() => {
    unseen.current = onUnseen;
  });
  // a click may remove the button that was clicked: the focus must stay in the dialog
  useEffect(() => {
    if (dialog.current?.matches(":focus-within") === false) focusTitle(dialog.current);
  }, [dialog, step]);
  return isShown;
}

function show(dialog: HTMLDialogElement): void {
  // inline, since `unstyled` needs it too: hosts set `pointer-events: none` on the body, and a dialog inherits that
  dialog.style.pointerEvents = "auto";
  try {
    dialog.showModal();
  } catch {
    // jsdom has no such method, and a dialog outside of the document can't be modal
    dialog.setAttribute("open", "");
  }
  focusTitle(dialog);
}

function hide(dialog: HTMLDialogElement): void {
  // jsdom has no such method either
  if (typeof dialog.close === "function") dialog.close();
  else dialog.removeAttribute("open");
}

/** The heading is what should be read first; autofocus does not work in a dialog. */
function focusTitle(dialog: HTMLDialogElement): void {
  dialog.querySelector<HTMLElement>("[data-part=title]")?.focus();
}

/** Stops events that other libraries handle on the document: clicks outside of their modal, and scrolling that they lock. */
function keepEvents(dialog: HTMLDialogElement): () => void {
  const names = ["pointerdown", "mousedown", "touchstart", "touchmove", "wheel", "focusin"] as const;
  const halt = (event: Event): void => {
    event.stopPropagation();
  };
  for (const name of names) dialog.addEventListener(name, halt, { passive: true });
  dialog.addEventListener("click", keepDefault);
  return () => {
    for (const name of names) dialog.removeEventListener(name, halt);
    dialog.removeEventListener("click", keepDefault);
  };
}

/** Keeps a link or a label around the dialog from acting on a click in it, except on its own links and fields. */
function keepDefault(event: MouseEvent): void {
  const { target } = event;
  const hasOwn =
    target instanceof Element && target.closest("a, input, label, summary, dialog")?.localName !== "dialog";
  if (!hasOwn) event.preventDefault();
}

/** Calls `onUnseen` when the dialog is no longer drawn, such as in a hidden tab panel. */
function watchSight(dialog: HTMLDialogElement, onUnseen: () => void): () => void {
  if (typeof ResizeObserver === "undefined") return () => undefined;
  const observer = new ResizeObserver(() => {
    if (dialog.open && dialog.isConnected && dialog.getClientRects().length === 0) onUnseen();
  });
  observer.observe(dialog);
  return () => observer.disconnect();
}

/**
 * Restores the focus. Where its element is gone: to the notice that asked, else to the page's main part. Where a button lost it, being
 * off while its call was under way: to that button, as soon as it is on again.
 */
function giveFocusBack(own: unknown, wasNowhere: boolean): void {
  if (isFocusable(own)) {
    own.focus({ preventScroll: true });
    if (document.activeElement === own) return;
  }
  const isOff = isFocusable(own) && own.isConnected && own.matches(":disabled");
  const [button, notice] = ["[data-part=notice] button", "[data-part=notice]"].map((each) =>
    document.querySelector(each),
  );
  if ([button, ...(wasNowhere || isOff ? [] : [notice, mainPart()])].some(takesFocus)) return;
  if (isOff) waitFor(own, performance.now());
}

/** A call that was called off is over by then. */
const soonMs = 1000;
const longestMs = 60_000;
const lookEveryMs = 50;

/** What is still under way a second later has its form focused meanwhile, so that the next Tab begins there. */
function waitFor(button: HTMLElement | SVGElement, since: number, place: Element | null = null): void {
  setTimeout(() => {
    const { activeElement } = document;
    const waitedMs = performance.now() - since;
    if ((place === null ? !isNowhere(activeElement) : activeElement !== place) || waitedMs > longestMs) return;
    button.focus({ preventScroll: true });
    if (document.activeElement === button) return;
    const around = waitedMs > soonMs ? button.closest("form, section, article, dialog, [role=dialog], main") : place;
    waitFor(button, since, around !== place && takesFocus(around) ? around : place);
  }, lookEveryMs);
}
