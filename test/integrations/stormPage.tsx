import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { Profiler, type ReactElement } from "react";
import { expect } from "vitest";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

/** How many calls fail at once, and with which codes in turn. */
interface Storm {
  readonly count: number;
  readonly codes: readonly number[];
}

/** Answers on demand, all in one task or one a task, by the session that each call was sent with. */
function stormServer(codes: readonly number[]) {
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

/** What assistive technology would announce: changes inside live regions that are not off. */
export function countSaid(): () => number {
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

/** A page whose every query waits for an answer, with the region that shows as many troubles as there are. */
export async function stormPage({ count, codes }: Storm) {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  attachTencentErrors(queryClient, client);
  const server = stormServer(codes);
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
          <ErrorNoticeRegion max={codes.length} />
          {Array.from({ length: count }, (_, index) => (
            <Item key={index} index={index} />
          ))}
          <ReauthPrompt />
        </TencentErrorProvider>
      </Profiler>
    </QueryClientProvider>,
  );
  await expect.poll(server.held, { timeout: 60_000 }).toBe(count);
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
