import { isNowhere } from "../../react/pageBody.js";

/** What goes away by itself, also while a person is in it. */
const passing = "[data-part=notice], [data-part=session], section[data-part=prompt]";

/** Where the focus is. */
interface Spot {
  readonly area: Element;
  readonly element: Element;
  /** What had it before the person came here. */
  readonly before: EventTarget | null;
}

let watchers = 0;
let spot: Spot | undefined;
let observer: MutationObserver | undefined;

/** Keeps the focus in the place of a notice or a banner that goes away with it. Returns the function that ends that. */
export function watchFocus(): () => void {
  watchers += 1;
  if (watchers === 1) {
    observer = new MutationObserver(follow);
    // capturing: a dialog keeps these events to itself
    document.addEventListener("focusin", note, true);
    enter(document.activeElement, null);
  }
  return () => {
    watchers -= 1;
    if (watchers > 0) return;
    document.removeEventListener("focusin", note, true);
    // what ends the watch may be what takes the focus away
    follow(observer?.takeRecords() ?? []);
    observer?.disconnect();
    spot = undefined;
  };
}

function note(event: FocusEvent): void {
  const [target] = event.composedPath();
  if (target instanceof Element) enter(target, event.relatedTarget);
}

function enter(element: Element | null, from: EventTarget | null): void {
  const area = element?.closest(passing);
  const before = spot !== undefined && spot.area === area ? spot.before : from;
  observer?.disconnect();
  spot = element && area ? { area, element, before } : undefined;
  if (area) observer?.observe(area.getRootNode(), { childList: true, subtree: true });
}

/** What goes away leaves its focus to what is still there of it, stands in its place, follows, or is around it. */
function follow(records: readonly MutationRecord[]): void {
  if (spot === undefined || spot.element.isConnected || !isNowhere(document.activeElement)) return;
  const { area, element, before } = spot;
  const gone = records.filter(({ removedNodes }) => [...removedNodes].some((node) => node.contains(element))).at(-1);
  if (gone === undefined) return;
  const { target } = gone;
  const around = target instanceof Element ? target.closest("section, article, form, dialog, [role=dialog]") : null;
  const places = [area, area.localName === "section" ? before : null, nextOf(gone), around, mainPart()];
  places.some((place) => isFocusable(place) && place.isConnected && takesFocus(place));
}

/** What stands there now, else what follows. */
function nextOf({ target, previousSibling: last, nextSibling }: MutationRecord): Node | null {
  let next = last === null ? target.firstChild : last.parentNode === target ? last.nextSibling : nextSibling;
  while (next !== null && !isSeen(next)) next = next.nextSibling;
  return next;
}

function isSeen(node: Node): boolean {
  return node instanceof Element && node.localName !== "dialog" && node.getClientRects().length > 0;
}

/** The page's main part. */
export function mainPart(): HTMLElement | null {
  return document.querySelector<HTMLElement>("main, [role=main]");
}

/** Whether it is an element of its own that may take the focus. */
export function isFocusable(target: unknown): target is HTMLElement | SVGElement {
  return (target instanceof HTMLElement || target instanceof SVGElement) && !isNowhere(target);
}

/** Focuses it, also where it is text. Whether that went well. */
export function takesFocus(place: Element | null | undefined): boolean {
  if (!isFocusable(place)) return false;
  place.focus({ preventScroll: true });
  if (document.activeElement === place) return true;
  // text is focusable only by a `tabindex`, which goes with the focus
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.focus({ preventScroll: true });
  return document.activeElement === place;
}
