import { useState } from "react";
import type { ReauthSnapshot } from "../../model/ReauthSnapshot.js";
import type { Interrupt, PromptVariant } from "../parts/HostComponents.js";
import { lately } from "./typing.js";

/** How the prompt is asked to show itself. */
interface PlaceOptions {
  readonly variant: PromptVariant;
  readonly interrupt: Interrupt;
  /** It has something to ask or to tell. */
  readonly isOpen: boolean;
}

/**
 * Whether the prompt is a dialog now, or a banner in its place: for what failed in the background, for a person who is in the middle
 * of a word, and after it was put aside.
 */
export function usePromptPlace(reauth: ReauthSnapshot, { variant, interrupt, isOpen }: PlaceOptions): PromptVariant {
  const { acts, folded } = reauth;
  const isCalled = interrupt === "always" || (interrupt === "auto" && acts > 0);
  const call = isOpen && isCalled && !folded ? acts + 1 : 0;
  const [last, setLast] = useState({ call: 0, isBusy: false });
  if (last.call !== call) {
    const isShown = last.call > 0 && !last.isBusy;
    setLast({ call, isBusy: call > 0 && !isShown && isTyping() });
  }
  if (variant !== "dialog") return variant;
  return call === 0 || last.call !== call || last.isBusy ? "banner" : "dialog";
}

/** Whether a field has the focus in which a person has typed since they last did something else. */
function isTyping(): boolean {
  const { typedIn, typedAt, actedAt } = lately;
  const focused = focusedElement();
  // what happens inside of a frame is not heard here
  if (focused?.localName === "iframe") return true;
  return focused !== null && focused === typedIn && typedAt >= actedAt && isField(focused);
}

function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

function isField(element: Element): boolean {
  if (element.matches("input"))
    return !/^(?:button|submit|reset|checkbox|radio|file|range|color)$/.test(typeOf(element));
  return element.matches("textarea") || (element instanceof HTMLElement && element.isContentEditable);
}

function typeOf(element: Element): string {
  return element.getAttribute("type") ?? "text";
}
