/** What a person did last in this page. */
let typedIn: unknown;
let typedAt = -Infinity;
let actedAt = -Infinity;

const names = ["input", "click", "submit", "keydown"] as const;

/** Notes what a person types and does, until the function that it returns is called. */
export function watchTyping(): () => void {
  for (const name of names) addEventListener(name, note, { capture: true, passive: true });
  return () => {
    for (const name of names) removeEventListener(name, note, { capture: true });
  };
}

function note(event: Event): void {
  if (event.type === "input") {
    [typedIn] = event.composedPath();
    typedAt = performance.now();
  } else if (event.type !== "keydown" || isCommand(event as KeyboardEvent)) actedAt = performance.now();
}

/** Enter sends what was typed, a shortcut does something else with it. */
function isCommand({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return !isComposing && (key === "Enter" || ((ctrlKey || metaKey) && key.length === 1));
}

/** Whether a field has the focus in which a person has typed since they last did something else. */
export function isTyping(): boolean {
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
