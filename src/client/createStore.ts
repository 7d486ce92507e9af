import { createListeners } from "./createListeners.js";

/** One value and who watches it. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
  /** How many watch. */
  count(): number;
}

/** Tells its watchers at once. They get no value: they ask for it. */
export function createStore<Value>(value: Value): Store<Value> {
  const listeners = createListeners<undefined>();
  return {
    get: () => value,
    set(next) {
      value = next;
      listeners.tell(undefined);
    },
    subscribe: (listener) => listeners.add(() => listener()),
    count: listeners.count,
  };
}
