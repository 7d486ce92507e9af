import type { Shown } from "./healedState.js";
import type { Speech } from "./speechIn.js";

/** Its data layer tries again by itself: more is not to be said before it gives up. */
export function tryingState({ message }: Shown, { words }: Speech): Shown {
  return { message: { ...message, title: words.labels.retrying, description: "", steps: [] }, actions: [] };
}
