import { tell } from "./tell.js";

/** Who is told of something. */
export interface Listeners<Value> {
  tell(value: Value): void;
  /** Adds one; returns what takes it off. The same listener given twice is taken off one by one. */
  add(listener: (value: Value) => void): () => void;
  count(): number;
}

/** Tells them in the order in which they came, each isolated from the others. */
export function createListeners<Value>(): Listeners<Value> {
  const listeners = new Set<(value: Value) => void>();
  return {
    tell(value) {
      for (const listener of [...listeners]) tell(() => listener(value), listener);
    },
    add(listener) {
      const own = (value: Value): void => listener(value);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    count: () => listeners.size,
  };
}
