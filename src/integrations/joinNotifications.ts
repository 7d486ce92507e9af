import { notifyManager } from "@tanstack/react-query";
import { tell } from "../client/tell.js";

const frameMs = 16;
/** Where frames stop, as in a hidden tab. */
const hiddenMs = 100;

/**
 * Joins what TanStack Query tells its observers within one frame, so that a storm of answers is one React commit. It sets the
 * scheduler of the page's one `notifyManager`: every query of the page is then told up to a frame later. Call it once, at the
 * start; what it returns brings back the library's own scheduler.
 * @example
 * ```ts
 * import { joinNotifications } from "tencent-error-kit/query";
 *
 * export const undo = joinNotifications();
 * ```
 */
export function joinNotifications(): () => void {
  let queue: (() => void)[] = [];
  let unschedule = (): void => undefined;

  function flush(): void {
    unschedule();
    const told = queue;
    queue = [];
    for (const call of told) tell(call);
  }

  notifyManager.setScheduler((call) => {
    if (queue.push(call) === 1) unschedule = nextFrame(flush);
  });
  return () => {
    notifyManager.setScheduler((call) => setTimeout(call, 0));
    flush();
  };
}

/** Calls once: with the next frame, or soon where there is none. Returns what calls it off. */
function nextFrame(call: () => void): () => void {
  const hasFrames = typeof requestAnimationFrame === "function";
  const frame = hasFrames ? requestAnimationFrame(call) : 0;
  const timer = setTimeout(call, hasFrames ? hiddenMs : frameMs);
  return () => {
    clearTimeout(timer);
    if (hasFrames) cancelAnimationFrame(frame);
  };
}
