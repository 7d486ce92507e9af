import { attempt } from "../base/safely.js";

/** A person has written since they last did something else. */
let isTyping = false;
/** What a person last did something with. */
let acted: EventTarget | undefined;

/** Notes what a person types and does, until the function that it returns is called. */
export function watchTyping(): () => void {
  const turn = (onOrOff: typeof addEventListener): void => {
    for (const name of ["input", "click", "submit", "keydown"]) onOrOff(name, note, true);
  };
  turn(addEventListener);
  return () => {
    turn(removeEventListener);
  };
}

/**
 * A text has an `inputType`, which a choice from a list has not; editors that draw by themselves let no `input` happen, but keys.
 * Enter sends what was typed, a shortcut does something else with it, a click in a field moves the caret.
 */
function note(event: Event): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari has no other sign of an input method's Enter
  const { type, key, keyCode, ctrlKey, metaKey, inputType } = event as InputEvent & KeyboardEvent;
  acted = event.composedPath()[0];
  const isShortcut = ctrlKey || metaKey;
  const isAct = key ? key === "Enter" || (isShortcut && /^[^ac]$/i.test(key)) : type !== "input" && !isField(acted);
  if (inputType || keyCode === 229 || (!isShortcut && /^.$/.test(key))) isTyping = true;
  else if (isAct) isTyping = false;
}

/** What a person last clicked or wrote in. */
export function lastActed(): EventTarget | undefined {
  return acted;
}

/** Whether a person is writing in this element. */
export function isWritingIn(element: Element | null): boolean {
  return isTyping && isField(element);
}

function isField(element: unknown): boolean {
  return attempt(() => (element as Element).matches(":read-write")) === true;
}
