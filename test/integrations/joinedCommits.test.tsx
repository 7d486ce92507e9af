import { notifyManager, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { Profiler, type ReactElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { joinNotifications } from "../../src/query.js";

afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
});

const count = 300;

/** Mounts many queries whose answers come one a task, and counts the commits that they cost. */
async function commitsOf(): Promise<number> {
  let commits = 0;
  const queryClient = new QueryClient();
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => {
    waiting.shift()?.();
    if (waiting.length > 0) channel.port2.postMessage(null);
  };
  const Item = ({ index }: { readonly index: number }): ReactElement => {
    const queryFn = (): Promise<number> => new Promise((resolve) => waiting.push(() => resolve(index)));
    const { data } = useQuery({ queryKey: [index], queryFn });
    return <i>{data}</i>;
  };
  const screen = await render(
    <QueryClientProvider client={queryClient}>
      <Profiler id="all" onRender={() => void (commits += 1)}>
        {Array.from({ length: count }, (_, index) => (
          <Item key={index} index={index} />
        ))}
      </Profiler>
    </QueryClientProvider>,
  );
  commits = 0;
  channel.port2.postMessage(null);
  const filled = (): number => document.querySelectorAll("i:not(:empty)").length;
  await expect.poll(filled).toBe(count);
  await screen.unmount();
  queryClient.clear();
  return commits;
}

test("joins the answers of a frame into one commit where the library lets it, until it is undone", async () => {
  const alone = await commitsOf();
  const undo = joinNotifications();
  const joined = await commitsOf();
  undo();
  const again = await commitsOf();
  expect(alone).toBeGreaterThan(count / 4);
  expect(again).toBeGreaterThan(count / 4);
  if ("setScheduler" in notifyManager) expect(joined).toBeLessThan(alone / 4);
  else expect(joined).toBeGreaterThan(count / 4);
});
