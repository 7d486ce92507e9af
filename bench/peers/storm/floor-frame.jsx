// @bench group=visible label="bare TanStack Query + a notifyManager scheduler that joins all flushes of one frame"
import { notifyManager } from "@tanstack/react-query";
let queue = [],
  timer = 0,
  frame = 0;
const flush = () => {
  clearTimeout(timer);
  cancelAnimationFrame(frame);
  const q = queue;
  queue = [];
  q.forEach((f) => f());
};
// a frame when the page is seen; the timer where frames stop (a hidden tab)
notifyManager.setScheduler((cb) => {
  if (queue.push(cb) === 1) {
    frame = requestAnimationFrame(flush);
    timer = setTimeout(flush, 100);
  }
});
export function create({ QueryClient }) {
  const client = new QueryClient();
  return { client, recover: () => client.invalidateQueries() };
}
