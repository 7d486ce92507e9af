/** The page's body. `document.body` may be a form of that name. */
export function pageBody(): HTMLElement {
  return document.querySelector("body") ?? document.body;
}

/** Whether the focus or a key that is at this element is at none in particular. */
export function isNowhere(element: Element | null): boolean {
  return element === null || element.matches("html, html > body");
}
