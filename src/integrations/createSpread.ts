/** Sends many things, but not as a herd. */
export interface Spread<Item> {
  /** Sends each once, soon. One that already waits to be sent is not sent twice. */
  add(items: Iterable<Item>): void;
  remove(item: Item): void;
  /** Forgets all that wait, and leaves no timer behind. */
  clear(): void;
}

/** So few may start together. */
const atOnce = 6;
const maxInFlight = 20;
/** More are spread over so many short periods: no 100 ms see more than a seventh of them. */
const periods = 40;
const periodMs = 34;
const jitterMs = 6;

/** At most 20 are under way at a time, and a thousand take about a second and a half, also when a slow server becomes fast. */
export function createSpread<Item>(send: (item: Item) => Promise<unknown>): Spread<Item> {
  const due = new Set<Item>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let nextAt = -Infinity;
  let wave = 0;
  let budget = 0;
  let inFlight = 0;

  function tick(): void {
    const pause = periodMs + Math.random() * jitterMs;
    nextAt = performance.now() + pause;
    budget = wave <= atOnce ? atOnce : Math.ceil(wave / periods);
    pump();
    timer = due.size > 0 ? setTimeout(tick, pause) : undefined;
  }

  function pump(): void {
    for (const item of due) {
      if (budget <= 0 || inFlight >= maxInFlight) return;
      due.delete(item);
      budget -= 1;
      inFlight += 1;
      void settle(item);
    }
  }

  async function settle(item: Item): Promise<void> {
    try {
      await send(item);
    } catch {
      // whoever watches the item sees its error there
    }
    inFlight -= 1;
    if (due.size > 0) pump();
    else if (inFlight === 0) wave = 0;
  }

  return {
    add(items) {
      const before = due.size;
      for (const item of items) due.add(item);
      wave += due.size - before;
      if (due.size > 0) timer ??= setTimeout(tick, Math.max(0, nextAt - performance.now()));
    },
    remove: (item) => void due.delete(item),
    clear() {
      clearTimeout(timer);
      timer = undefined;
      due.clear();
    },
  };
}
