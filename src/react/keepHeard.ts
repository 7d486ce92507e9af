/**
 * Keeps an element in the accessibility tree: Radix, Base UI and MUI hide all that is around their modals, the voice of a
 * notice inside of one too. Returns how it leaves off.
 */
export function keepHeard(element: HTMLElement): () => void {
  const names = ["aria-hidden", "inert"];
  const show = (): void => {
    for (const name of names) element.removeAttribute(name);
  };
  show();
  const observer = new MutationObserver(show);
  observer.observe(element, { attributeFilter: names });
  return () => observer.disconnect();
}
