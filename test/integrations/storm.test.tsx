import { notifyManager, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { Profiler, type ReactElement } from "react";
import { afterEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, joinNotifications } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

let undo = (): void => undefined;
afterEach(async () => {
  await cleanup();
  undo();
  undo = () => undefined;
});

const count = 300;
const codes = [-21, -23, -24, -73, 100013, 100014, 100015, 100016];

/** Answers when it is told to, all in one task or one a task, by the session that each call was sent with. */
function stormServer() {
  const calls: number[] = [];
  let waiting: (() => void)[] = [];
  let session = 1;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    waiting.shift()?.();
    if (waiting.length > 0) channel.port2.postMessage(null);
  };
  return {
    calls,
    expire: () => void (session += 1),
    session: () => session,
    send: (index: number, sentIn: number): Promise<unknown> =>
      new Promise((resolve) => {
        calls.push(index);
        waiting.push(() => resolve(sentIn === session ? { ret: 0 } : { ret: codes[index % codes.length] }));
      }),
    burst() {
      const all = waiting;
      waiting = [];
      for (const answer of all) answer();
    },
    oneATask: () => channel.port2.postMessage(null),
    held: () => waiting.length,
  };
}

/** What assistive technology would say again: changes inside of live regions that are not switched off. */
function countSaid(): () => number {
  let said = 0;
  const look = (records: readonly MutationRecord[]): void => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest("[aria-live],[role=status],[role=alert]");
      if (region && region.getAttribute("aria-live") !== "off") said += 1;
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  return () => {
    look(observer.takeRecords());
    observer.disconnect();
    return said;
  };
}

async function stormPage() {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  attachTencentErrors(queryClient, client);
  const server = stormServer();
  const seen = { commits: 0, items: 0 };
  let session = server.session();
  const Item = ({ index }: { readonly index: number }): ReactElement => {
    const queryFn = async (): Promise<unknown> => client.unwrap(await server.send(index, session));
    const { error, data } = useQuery({ queryKey: [index], queryFn });
    seen.items += 1;
    return <i>{error ? "failed" : data ? "here" : ""}</i>;
  };
  await render(
    <QueryClientProvider client={queryClient}>
      <Profiler id="all" onRender={() => void (seen.commits += 1)}>
        <TencentErrorProvider client={client} locale={en}>
          <ErrorNoticeRegion />
          {Array.from({ length: count }, (_, index) => (
            <Item key={index} index={index} />
          ))}
          <ReauthPrompt />
        </TencentErrorProvider>
      </Profiler>
    </QueryClientProvider>,
  );
  await expect.poll(server.held).toBe(count);
  const showing = (text: string) => (): number =>
    [...document.querySelectorAll("i")].filter(({ textContent }) => textContent === text).length;
  const prompts = (): number => client.recentEvents().filter(({ type }) => type === "reauth.required").length;
  const signIn = async (): Promise<void> => {
    client.reauth.start();
    flow.end({ status: "succeeded" });
    session = server.session();
    await expect.poll(() => client.reauth.getSnapshot().status).toBe("succeeded");
  };
  return { client, queryClient, server, seen, showing, prompts, signIn };
}

/** Until timers that gather have gone. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

test.each([
  ["in one task", "burst", false],
  ["one a task", "oneATask", false],
  ["in one task, joined", "burst", true],
  ["one a task, joined", "oneATask", true],
] as const)("a storm that fails %s asks once, says little, and is healed once each", async (_how, answer, joined) => {
  if (joined) undo = joinNotifications();
  const { server, seen, showing, prompts, signIn, client } = await stormPage();
  server.expire();
  seen.commits = 0;
  const said = countSaid();
  server[answer]();
  await expect.poll(showing("failed")).toBe(count);
  await quiet();
  expect(said()).toBeLessThanOrEqual(2);
  expect(prompts()).toBe(1);
  expect(document.querySelectorAll("dialog[open]")).toHaveLength(1);
  expect(client.reauth.getSnapshot().affected).toBe(count);
  // TanStack Query 5.0 has no scheduler to join
  if (joined && answer === "burst" && "setScheduler" in notifyManager) expect(seen.commits).toBeLessThanOrEqual(4);

  server.calls.length = 0;
  await signIn();
  await expect.poll(() => (server.burst(), showing("here")()), { timeout: 20_000, interval: 20 }).toBe(count);
  expect([...server.calls].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
  expect(prompts()).toBe(1);
});

test("a late failure of the old session re-renders nothing but its own query", async () => {
  const { server, seen, signIn, queryClient, client } = await stormPage();
  // one call stays out while the others fail and heal
  let fail = (): void => undefined;
  const answers = [new Promise<unknown>((resolve) => (fail = () => resolve({ ret: -21 }))), { ret: 0 }];
  const queryFn = async (): Promise<unknown> => client.unwrap(await answers.shift());
  queryClient
    .getQueryCache()
    .build(queryClient, { queryKey: ["late"], queryFn })
    .fetch()
    .catch(() => undefined);
  server.expire();
  server.burst();
  await expect.poll(() => client.reauth.getSnapshot().status).toBe("required");
  await signIn();
  await expect.poll(() => (server.burst(), queryClient.isFetching()), { timeout: 20_000, interval: 20 }).toBe(1);
  await quiet();
  const before = { ...seen };
  const heard: unknown[] = [];
  client.reauth.subscribe(() => heard.push("reauth"));
  client.board.subscribe(() => heard.push("board"));
  fail();
  await expect.poll(() => queryClient.getQueryState(["late"])?.status).toBe("success");
  await quiet();
  expect(answers).toEqual([]);
  expect(seen).toEqual(before);
  expect(heard).toEqual([]);
});
