import { notifyManager } from "@tanstack/react-query";
import { read } from "../../base/safely.js";
import { tell } from "../../client/store.js";

const frameMs = 16;
/** Where frames stop, as in a hidden tab. */
const hiddenMs = 100;
/** A page that is busy for 50 ms with what it was told is left alone for 150 ms, and for half a second at most. */
const rest = 3;
const longestRestMs = 500;

/**
 * Joins what TanStack Query tells its observers within one frame, so that a storm of answers is one React commit; while a
 * commit costs the page more than a frame, of several. It sets the scheduler of the page's one `notifyManager`: every query of
 * the page is told a little later. Does nothing in versions that have no scheduler to set. Call it once, at the start; what it returns brings back the library's own scheduler.
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
    const told = queue;
    queue = [];
    for (const call of told) tell(call);
    // the next task comes after React has committed and the browser has painted
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

/** Calls once: with the next frame after a wait, or soon where there is none. Returns what calls it off. */
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

/** What all that the kit does with TanStack Query on one page knows in common. */
interface PageState {
  /** All that the page shows of a storm changes in one commit. */
  isJoined: boolean;
  /** The `meta` of each fetch that heals, so that no other client takes it for a useless one. */
  readonly healing: WeakSet<object>;
}

const page: PageState = { isJoined: false, healing: new WeakSet() };

/** The one of this page. */
export function pageState(): PageState {
  return page;
}
