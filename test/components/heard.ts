import { onTestFinished } from "vitest";

/** What a screen reader reads out by itself: each change of a live region, in their order. */
export function listen(): readonly string[] {
  const log: string[] = [];
  const before = new Map<Element, string>();
  const note = (): void => {
    const regions = document.querySelectorAll("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]");
    for (const region of regions) {
      const text = textOf(region);
      const last = before.get(region);
      before.set(region, text);
      // what is in a region from the start is not read out
      if (last !== undefined && text !== last && text !== "") log.push(text);
    }
  };
  for (const region of document.querySelectorAll("[role=status], [aria-live=polite]"))
    before.set(region, textOf(region));
  const observer = new MutationObserver(note);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  onTestFinished(() => observer.disconnect());
  return log;
}

/** Without what is left out of it: a region in it that is off, and what is hidden. */
function textOf(region: Element): string {
  const copy = region.cloneNode(true) as Element;
  for (const off of copy.querySelectorAll("[aria-live=off], [aria-hidden=true], [hidden]")) off.remove();
  return copy.textContent.trim();
}
