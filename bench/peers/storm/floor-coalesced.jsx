// @bench group=visible label="bare TanStack Query + a notifyManager scheduler that joins all flushes of one task"
import { notifyManager } from "@tanstack/react-query";
let queue = [];
notifyManager.setScheduler((cb) => {
  if (queue.push(cb) === 1)
    setTimeout(() => {
      const q = queue;
      queue = [];
      q.forEach((f) => f());
    });
});
export function create({ QueryClient }) {
  const client = new QueryClient();
  return { client, recover: () => client.invalidateQueries() };
}
