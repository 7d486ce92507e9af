/** The page's body. `document.body` can be shadowed by a form named `body`. */
export function pageBody(): HTMLElement {
  return document.querySelector("body") ?? document.body;
}

/** Whether focus or a key event at this element belongs to no control in particular. */
export function isNowhere(element: Element | null): boolean {
  return element === null || element.matches("html, html > body");
}

/**
 * Keeps an element in the accessibility tree: Radix, Base UI and MUI hide everything around their modals, also the live region of a
 * notice inside of one. Returns the function that stops it.
 */
export function keepAccessible(element: HTMLElement): () => void {
  const around = ancestorsOf(element);
  const changed = new Set<Element>();
  const show = (): void => {
    for (const name of ["aria-hidden", "inert"]) element.removeAttribute(name);
    for (const each of around) {
      if (each.getAttribute("aria-hidden") !== "true") continue;
      each.setAttribute("aria-hidden", "false");
      changed.add(each);
    }
  };
  show();
  const observer = new MutationObserver(show);
  observer.observe(element, { attributeFilter: ["aria-hidden", "inert"] });
  for (const each of around) observer.observe(each, { attributeFilter: ["aria-hidden"] });
  return () => {
    observer.disconnect();
    // a modal that has closed meanwhile has removed its attribute itself
    for (const each of changed)
      if (each.getAttribute("aria-hidden") === "false") each.setAttribute("aria-hidden", "true");
  };
}

function ancestorsOf({ parentElement }: Element): readonly Element[] {
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)];
}
