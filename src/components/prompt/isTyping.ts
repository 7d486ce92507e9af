import { lately } from "./typing.js";

/** Whether a field has the focus in which a person has typed since they last did something else. */
export function isTyping(): boolean {
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
