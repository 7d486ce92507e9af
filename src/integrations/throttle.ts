/** A queue that limits how many items are in flight and how many start together. */
interface ThrottledQueue<Item> {
  /** Sends each once, soon: a new wave after `waitMs`. One that already waits to be sent is not sent twice. */
  add(item: Item, waitMs?: number): void;
  remove(item: Item): void;
  /** Empties the queue, delivers the outcomes that are there, and clears the timers. Returns the items that waited. */
  clear(): readonly Item[];
}

const maxInFlight = 20;
/** As many as this may start together. */
const burstSize = 6;
/** Of a larger wave, no more than this share starts within a window: 100 ms, and a little for clocks that count whole milliseconds. */
const maxShare = 0.14;
const windowMs = 102;
const jitterMs = 20;
/** The outcomes of a larger wave are delivered a quarter at a time, or after `heldMs`, since each delivery costs a page a frame. */
const smallWave = 40;
const flushes = 4;
const heldMs = 250;
/** A call that is unanswered after this no longer counts as in flight, so that a few dead ones can't stop the rest. */
const answerLimitMs = 3000;

/**
 * At most 20 are in flight, not counting those unanswered for 3 s, and no more than a seventh of a large wave starts within
 * 100 ms, however fast a server is. `send` resolves with a function that delivers the outcome.
 */
export function createThrottle<Item>(send: (item: Item) => Promise<(() => void) | undefined>): ThrottledQueue<Item> {
  const due = new Set<Item>();
  /** The times of the last starts, oldest first. */
  let started: number[] = [];
  const held: (() => void)[] = [];
  const inFlight = new Set<ReturnType<typeof setTimeout>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushTimer: ReturnType<typeof setTimeout> | undefined;
  let wave = 0;

  function pump(): void {
    timer = undefined;
    const now = performance.now();
    started = started.filter((at) => now - at < windowMs);
    for (const item of due) {
      if (inFlight.size >= maxInFlight) return;
      if (started.length >= Math.max(burstSize, Math.floor(wave * maxShare)))
        return wait((started[0] ?? now) + windowMs - now + Math.random() * jitterMs);
      due.delete(item);
      started.push(now);
      const slot = setTimeout(() => free(slot), answerLimitMs);
      inFlight.add(slot);
      void send(item)
        .catch(() => undefined)
        .then((outcome) => {
          if (outcome) held.push(outcome);
          clearTimeout(slot);
          free(slot);
        });
    }
  }

  function wait(ms: number): void {
    timer ??= setTimeout(pump, ms);
  }

  function free(slot: ReturnType<typeof setTimeout>): void {
    inFlight.delete(slot);
    const isOver = inFlight.size + due.size === 0;
    if (due.size > 0) wait(0);
    if (isOver || wave <= smallWave || held.length * flushes >= wave) flush();
    else flushTimer ??= setTimeout(flush, heldMs);
    if (isOver) wave = 0;
  }

  function flush(): void {
    clearTimeout(flushTimer);
    flushTimer = undefined;
    for (const outcome of held.splice(0)) outcome();
  }

  return {
    add(item, waitMs = 0) {
      if (!due.has(item)) wave += 1;
      due.add(item);
      // in the next task: items that are added in one task are one wave
      wait(waitMs);
    },
    remove: (item) => void due.delete(item),
    clear() {
      const waiting = [...due];
      clearTimeout(timer);
      timer = undefined;
      for (const slot of inFlight) clearTimeout(slot);
      inFlight.clear();
      due.clear();
      flush();
      return waiting;
    },
  };
}
