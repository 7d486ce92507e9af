/** What listens where it could outlive its page: on the window, the document and signals. */
export interface LeakWatch {
  /** Those added since the beginning and not taken away, as "AbortSignal abort". */
  live(): readonly string[];
  end(): void;
}

/** Watches every listener until `end`, but those of the test's own signal, and React's on the document, which stays. */
export function createLeakWatch(own: AbortSignal): LeakWatch {
  const live = new Map<EventTarget, Map<string, Set<unknown>>>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listenersOf = (target: EventTarget, type: string, options: unknown): Set<unknown> => {
    const isCapture = options === true || (typeof options === "object" && Object(options).capture === true);
    const key = `${target.constructor.name} ${type}${isCapture ? " capture" : ""}`;
    const types = live.get(target) ?? new Map<string, Set<unknown>>();
    const listeners = types.get(key) ?? new Set();
    live.set(target, types);
    types.set(key, listeners);
    return listeners;
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, listener, options) {
    if (this !== own && isWatched(this, type)) listenersOf(this, type, options).add(listener);
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type: string, listener, options) {
    if (this !== own && isWatched(this, type)) listenersOf(this, type, options).delete(listener);
    removeEventListener.call(this, type, listener, options);
  };
  return {
    live: () =>
      [...live.values()].flatMap((types) => [...types].flatMap(([key, listeners]) => [...listeners].map(() => key))),
    end: () => void Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
  };
}

function isWatched(target: EventTarget, type: string): boolean {
  if (target instanceof Document) return type !== "selectionchange";
  return target instanceof Window || target instanceof AbortSignal;
}
