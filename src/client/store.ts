import { attempt } from "../base/safely.js";

/** One value and who watches it. */
interface Store<Value> {
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
      listeners.notifyListener(undefined);
    },
    subscribe: listeners.add,
    count: listeners.count,
  };
}

/** Who is told of something. */
interface Listeners<Value> {
  notifyListener(value: Value): void;
  /** Adds one; returns what takes it off. The same listener given twice is taken off one by one. */
  add(listener: (value: Value) => void): () => void;
  count(): number;
}

/** Tells them in the order in which they came, each isolated from the others. */
export function createListeners<Value>(): Listeners<Value> {
  const listeners = new Set<(value: Value) => void>();
  return {
    notifyListener(value) {
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

const reported = new WeakSet<object>();

/**
 * Calls a listener of the app. One that throws is the app's own trouble and stops nothing else: a page reports it as every
 * uncaught error, elsewhere, where that would end the process for all, it is written to the console once.
 */
export function tell(call: () => void, listener: object = call): void {
  try {
    call();
  } catch (error) {
    if (hasPage() && typeof reportError === "function") return reportError(error);
    if (reported.has(listener)) return;
    reported.add(listener);
    attempt(() => {
      // eslint-disable-next-line no-console -- the app's own error, where nothing else takes it
      console.error("[tencent-error-kit] A listener of the app threw.", error);
    });
  }
}

/** Whether this is a page, which one person uses. A server's module is shared by all of them, so nothing is remembered there. */
export function hasPage(): boolean {
  return typeof window !== "undefined";
}
