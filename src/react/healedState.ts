import type { Message } from "../model/Message.js";
import type { Action } from "./ErrorState.js";
import type { Speech } from "./speechIn.js";

/** What a notice says and offers. */
export interface Shown {
  readonly message: Message;
  readonly actions: readonly Action[];
}

/** A sign-in has healed it, and is not offered again. `load` brings the page back, where there is something that does. */
export function healedState({ message, actions }: Shown, { words }: Speech, load: (() => void) | undefined): Shown {
  const { prompt, labels } = words;
  const { title, description } = prompt.succeeded;
  const again: readonly Action[] = load ? [{ kind: "retry", label: labels.loadAgain, run: load }] : [];
  return {
    message: { ...message, title, description: load ? labels.loadToContinue : description, steps: [] },
    actions: [...again, ...actions.filter(({ kind }) => kind === "dismiss")],
  };
}
