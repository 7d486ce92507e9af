/** Sends many things, but not as a herd. */
export interface ThrottledQueue<Item> {
  /** Sends each once, soon. One that already waits to be sent is not sent twice. */
  add(item: Item): void;
  remove(item: Item): void;
  /** Forgets all that wait, tells what came back, and leaves no timer behind. Returns who waited. */
  clear(): readonly Item[];
}

const maxInFlight = 20;
/** So few may start together. */
const atOnce = 6;
/** Of more, no 100 ms see a greater part; a little longer, since clocks are read in whole milliseconds. */
const part = 0.14;
const windowMs = 102;
const jitterMs = 20;
/** Of a great wave, what came back is told a quarter at a time, or after so long: each telling costs a page a frame. */
const smallWave = 40;
const tellings = 4;
const heldMs = 250;
/** A call that is not answered by then gives its place to the next: a few that never are must not stop the rest. */
const seatMs = 3000;

/**
 * At most 20 are under way at a time, not counting those that are unanswered for 3 s, and of a wave no 100 ms see more than a
 * seventh start, however fast a server is. What `send` resolves with tells its outcome.
 */
export function createThrottle<Item>(send: (item: Item) => Promise<(() => void) | undefined>): ThrottledQueue<Item> {
  const due = new Set<Item>();
  /** When the last ones started, oldest first. */
  let started: number[] = [];
  const held: (() => void)[] = [];
  const seats = new Set<ReturnType<typeof setTimeout>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tellTimer: ReturnType<typeof setTimeout> | undefined;
  let wave = 0;

  function pump(): void {
    timer = undefined;
    const now = performance.now();
    started = started.filter((at) => now - at < windowMs);
    for (const item of due) {
      if (seats.size >= maxInFlight) return;
      if (started.length >= Math.max(atOnce, Math.floor(wave * part)))
        return wait((started[0] ?? now) + windowMs - now + Math.random() * jitterMs);
      due.delete(item);
      started.push(now);
      const seat = setTimeout(() => leave(seat), seatMs);
      seats.add(seat);
      void send(item)
        .catch(() => undefined)
        .then((outcome) => {
          if (outcome) held.push(outcome);
          clearTimeout(seat);
          leave(seat);
        });
    }
  }

  function wait(ms: number): void {
    timer ??= setTimeout(pump, ms);
  }

  function leave(seat: ReturnType<typeof setTimeout>): void {
    seats.delete(seat);
    const isOver = seats.size + due.size === 0;
    if (due.size > 0) wait(0);
    if (isOver || wave <= smallWave || held.length * tellings >= wave) tell();
    else tellTimer ??= setTimeout(tell, heldMs);
    if (isOver) wave = 0;
  }

  function tell(): void {
    clearTimeout(tellTimer);
    tellTimer = undefined;
    for (const outcome of held.splice(0)) outcome();
  }

  return {
    add(item) {
      if (!due.has(item)) wave += 1;
      due.add(item);
      // not at once: those that come in one task are one wave
      wait(0);
    },
    remove: (item) => void due.delete(item),
    clear() {
      const waiting = [...due];
      clearTimeout(timer);
      timer = undefined;
      for (const seat of seats) clearTimeout(seat);
      seats.clear();
      due.clear();
      tell();
      return waiting;
    },
  };
}
