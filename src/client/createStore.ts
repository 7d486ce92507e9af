/** One value and who watches it. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
}

/** Tells its watchers at once. They get no value: they ask for it. */
export function createStore<Value>(value: Value): Store<Value> {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      const own = (): void => {
        listener();
      };
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
