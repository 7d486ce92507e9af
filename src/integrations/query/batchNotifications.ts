import { notifyManager } from "@tanstack/react-query";
import { read } from "../../base/safely.js";
import { tell } from "../../client/store.js";

const frameMs = 16;
/** The delay where there are no frames, as in a hidden tab. */
const hiddenMs = 100;
/** After a flush that costs 50 ms, the next one waits 150 ms; half a second at most. */
const rest = 3;
const longestRestMs = 500;

/**
 * Joins TanStack Query's notifications of one frame, so that a storm of answers is one React commit; while a commit costs more
 * than a frame, those of several frames. It sets the scheduler of the page's one `notifyManager`: all observers are notified a
 * little later. Does nothing in versions without `setScheduler`. Call it once, at the start; it returns a function that restores
 * the library's own scheduler.
 * @example
 * ```ts
 * import { joinNotifications } from "tencent-error-kit/query";
 *
 * export const undo = joinNotifications();
 * ```
 */
export function joinNotifications(): () => void {
  let queue: (() => void)[] = [];
  let restUntil = -Infinity;
  let unschedule = (): void => undefined;

  function schedule(): void {
    unschedule = nextFrame(flush, restUntil - performance.now());
  }

  function flush(): void {
    unschedule();
    if (performance.now() < restUntil) return schedule();
    const begin = performance.now();
    const flushed = queue;
    queue = [];
    for (const call of flushed) tell(call);
    // the next task runs after React has committed and the browser has painted
    setTimeout(() => {
      const cost = performance.now() - begin;
      restUntil = cost < frameMs ? -Infinity : performance.now() + Math.min(cost * rest, longestRestMs);
    }, 0);
  }

  if (typeof read(notifyManager, "setScheduler") !== "function") return () => undefined;
  pageState().isJoined = true;
  notifyManager.setScheduler((call) => {
    if (queue.push(call) === 1) schedule();
  });
  return () => {
    pageState().isJoined = false;
    restUntil = -Infinity;
    notifyManager.setScheduler((call) => setTimeout(call, 0));
    flush();
  };
}

/** Calls once: with the next frame after a wait, or by a timer where there are no frames. Returns the function that cancels it. */
function nextFrame(call: () => void, waitMs: number): () => void {
  const hasFrames = typeof requestAnimationFrame === "function";
  let frame = 0;
  const ask = (): void => {
    frame = requestAnimationFrame(call);
  };
  const wait = hasFrames && waitMs > 0 ? setTimeout(ask, waitMs) : undefined;
  if (hasFrames && wait === undefined) ask();
  const timer = setTimeout(call, Math.max(waitMs, 0) + (hasFrames ? hiddenMs : frameMs));
  return () => {
    clearTimeout(wait);
    clearTimeout(timer);
    if (hasFrames) cancelAnimationFrame(frame);
  };
}

/** State that all attachments to TanStack Query on one page share. */
interface PageState {
  /** `joinNotifications` is active. */
  isJoined: boolean;
  /** The `meta` of each recovery fetch, so that no other client takes it for a poll. */
  readonly healing: WeakSet<object>;
}

const page: PageState = { isJoined: false, healing: new WeakSet() };

/** The state of this page. */
export function pageState(): PageState {
  return page;
}
