/** The page's body. `document.body` may be a form of that name. */
export function pageBody(): HTMLElement {
  return document.querySelector("body") ?? document.body;
}

/** Whether the focus or a key that is at this element is at none in particular. */
export function isNowhere(element: Element | null): boolean {
  return element === null || element.matches("html, html > body");
}

/**
 * Keeps an element in the accessibility tree: Radix, Base UI and MUI hide all that is around their modals, the voice of a
 * notice inside of one too, and what stands below. Returns how it leaves off.
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
    // whose modal has closed meanwhile has taken its word away
    for (const each of changed)
      if (each.getAttribute("aria-hidden") === "false") each.setAttribute("aria-hidden", "true");
  };
}

function ancestorsOf({ parentElement }: Element): readonly Element[] {
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)];
}
