/** Sends many things, but not as a herd. */
export interface Spread<Item> {
  /** Sends each once, soon. One that already waits to be sent is not sent twice. */
  add(items: Iterable<Item>): void;
  remove(item: Item): void;
  /** Forgets all that wait, and leaves no timer behind. */
  clear(): void;
}

const maxInFlight = 20;
/** So few may start together. */
const atOnce = 6;
/** Of more, no 100 ms see a greater part; a little longer, since clocks are read in whole milliseconds. */
const part = 0.14;
const windowMs = 102;
const jitterMs = 20;

/**
 * At most 20 are under way at a time, and of a wave no 100 ms see more than a seventh start, however fast a server is. What
 * starts in one task starts inside of `together`, for a library that joins what it then tells.
 */
export function createSpread<Item>(
  send: (item: Item) => Promise<unknown>,
  together: (starts: () => void) => void = (starts) => starts(),
): Spread<Item> {
  const due = new Set<Item>();
  /** When the last ones started, oldest first. */
  let started: number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wave = 0;
  let inFlight = 0;

  function pump(): void {
    const now = performance.now();
    const limit = Math.max(atOnce, Math.floor(wave * part));
    started = started.filter((at) => now - at < windowMs);
    for (const item of due) {
      if (inFlight >= maxInFlight) return;
      if (started.length >= limit) return wait((started[0] ?? now) + windowMs - now + Math.random() * jitterMs);
      due.delete(item);
      started.push(now);
      inFlight += 1;
      void settle(item);
    }
  }

  function wait(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      together(pump);
    }, ms);
  }

  async function settle(item: Item): Promise<void> {
    try {
      await send(item);
    } catch {
      // whoever watches the item sees its error there
    }
    inFlight -= 1;
    if (due.size > 0) wait(0);
    else if (inFlight === 0) wave = 0;
  }

  return {
    add(items) {
      const before = due.size;
      for (const item of items) due.add(item);
      wave += due.size - before;
      // not at once: those that come in one task are one wave
      if (due.size > 0) wait(0);
    },
    remove: (item) => void due.delete(item),
    clear() {
      clearTimeout(timer);
      timer = undefined;
      due.clear();
    },
  };
}
