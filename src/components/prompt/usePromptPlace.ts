import { useState, useLayoutEffect } from "react";
import { attempt } from "../../base/safely.js";
import type { ReauthSnapshot } from "../../model/ReauthSnapshot.js";
import type { Interrupt, PromptVariant } from "../parts/HostComponents.js";
import { isWritingIn } from "../../react/typing.js";

/** How the prompt is asked to show itself. */
interface PlaceOptions {
  readonly variant: PromptVariant;
  readonly interrupt: Interrupt;
  /** It has something to ask or to tell. */
  readonly isOpen: boolean;
}

/**
 * Whether the prompt is a dialog now, or a banner in its place: for what failed in the background, for a person who has
 * something in hand, and after it was put aside.
 */
export function usePromptPlace(reauth: ReauthSnapshot, { variant, interrupt, isOpen }: PlaceOptions): PromptVariant {
  const { acts, folded, status } = reauth;
  const isCalled = interrupt === "always" || (interrupt === "auto" && acts > 0);
  const call = isOpen && isCalled && !folded ? acts + 1 : 0;
  const [last, setLast] = useState({ call: 0, isBusy: false });
  if (last.call !== call) {
    const isShown = last.call > 0 && !last.isBusy;
    // a sign-in that a person starts breaks off nothing
    setLast({ call, isBusy: call > 0 && !isShown && status !== "opening" && isBusy() });
  }
  if (variant !== "dialog") return variant;
  return call === 0 || last.call !== call || last.isBusy ? "banner" : "dialog";
}

/** Whether a modal would break off what a person has in hand: a text, a drag, an open list, a film that fills the screen. */
function isBusy(): boolean {
  const focused = focusedElement();
  // what happens inside of a frame is not heard here
  if (focused?.localName === "iframe") return true;
  return isWritingIn(focused) || isHeld() || isWatching();
}

function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** A pointer is down, something is dragged, or a list is open. A browser that doesn't know one of these passes over it. */
function isHeld(): boolean {
  return find(":is(:active, :-webkit-drag, select:open)") !== undefined;
}

function isWatching(): boolean {
  const film = find(":is(video:fullscreen, :fullscreen video)");
  return film instanceof HTMLVideoElement && !film.paused;
}

/** What stands in for a browser in tests knows fewer selectors. */
function find(selector: string): Element | undefined {
  return attempt(() => document.querySelector(selector)) ?? undefined;
}

type Turn = (isIts: boolean) => void;

/** The prompts of each client that would be a dialog, in the order they were mounted. */
const mounted = new WeakMap<object, Set<Turn>>();

/** Whether it is this prompt that asks: of several dialogs of one client, as in two roots of a page, one is seen. */
export function useSingleDialog(client: object, isDialog: boolean): boolean {
  const [isIts, setIts] = useState(false);
  // before a dialog is opened
  useLayoutEffect(() => {
    if (!isDialog) return undefined;
    const all = mounted.get(client) ?? new Set();
    mounted.set(client, all.add(setIts));
    giveTurn(all);
    return () => {
      all.delete(setIts);
      giveTurn(all);
    };
  }, [client, isDialog]);
  return isIts || !isDialog;
}

function giveTurn(all: ReadonlySet<Turn>): void {
  const [first] = all;
  for (const turn of all) turn(turn === first);
}
