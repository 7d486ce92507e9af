import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import useSWR, { SWRConfig } from "swr";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider, useTencentError } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { tencentSwr } from "../../src/swr.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
});

const soon = () => vi.advanceTimersByTimeAsync(600);

/** An app whose session has ended, whose calls go through the kit's fetch, and whose sign-in window was closed. */
function makeApp() {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, accountId: () => "ann" });
  const calls: string[] = [];
  let answer: () => Response = () => Response.json({ ret: -21, msg: "revoked" });
  const load = createTencentFetch(client, async (input) => {
    calls.push(input as string);
    return answer();
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  const detach = attachTencentErrors(queryClient, client);
  const swr = { ...tencentSwr(client), provider: () => new Map(), dedupingInterval: 0 };
  return {
    calls,
    client,
    load,
    answerWith: (next: () => Response) => void (answer = next),
    async show(children: ReactNode) {
      await render(
        <QueryClientProvider client={queryClient}>
          <SWRConfig value={swr}>
            <TencentErrorProvider client={client} locale={en}>
              {children}
              <ReauthPrompt />
            </TencentErrorProvider>
          </SWRConfig>
        </QueryClientProvider>,
      );
      await soon();
    },
    async closeWindow() {
      await page.getByRole("dialog").getByRole("button", { name: "Sign in again with QQ" }).click();
      flow.progress({ status: "waiting", windowClosed: true });
      await soon();
    },
    async saySignedIn() {
      await page.getByRole("dialog").getByRole("button", { name: "I have signed in" }).click();
      await soon();
    },
    end() {
      detach();
      client.dispose();
    },
  };
}

type App = ReturnType<typeof makeApp>;

const dialog = (): Element | null => document.querySelector("dialog[open]");
const good = () => Response.json({ ret: 0, name: "Ann" });

function QueryPage({ app, name = "/a" }: { readonly app: App; readonly name?: string }): ReactElement {
  const query = useQuery({ queryKey: [name], queryFn: () => app.load<{ name: string }>(name) });
  return query.isError ? <ErrorNotice error={query} /> : <p>{query.data?.name ?? "…"}</p>;
}

function SwrPage({ app, name = "/a" }: { readonly app: App; readonly name?: string }): ReactElement {
  const { data, error } = useSWR<{ name: string }, unknown>(name, () => app.load<{ name: string }>(name));
  return error === undefined ? <p>{data?.name ?? "…"}</p> : <ErrorNotice error={error} />;
}

describe.each([
  ["TanStack Query", QueryPage],
  ["SWR", SwrPage],
])("“I have signed in” with %s", (_layer, Page) => {
  test("that is true heals the page after one call", async () => {
    const app = makeApp();
    await app.show([<Page key="a" app={app} />, <Page key="b" app={app} name="/b" />]);
    await app.closeWindow();
    const before = app.calls.length;
    app.answerWith(good);
    await app.saySignedIn();
    await soon();
    expect(dialog()).toBeNull();
    expect(app.client.reauth.getSnapshot().status).toBe("succeeded");
    expect([...document.querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual(["Ann", "Ann"]);
    expect(app.calls.slice(before)).toEqual(["/a", "/b"]);
    app.end();
  });

  test("that comes too early is tried with one call and goes back to waiting", async () => {
    const app = makeApp();
    await app.show([<Page key="a" app={app} />, <Page key="b" app={app} name="/b" />]);
    await app.closeWindow();
    const before = app.calls.length;
    await app.saySignedIn();
    expect(app.client.reauth.getSnapshot()).toMatchObject({ status: "waiting", windowClosed: true, epoch: 0 });
    expect(app.calls.slice(before)).toEqual(["/a"]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(app.client.reauth.getSnapshot().status).toBe("waiting");
    app.end();
  });

  test("is not waited for where the call that tries it says nothing of a session", async () => {
    const app = makeApp();
    await app.show(<Page app={app} />);
    await app.closeWindow();
    app.answerWith(() => new Response("Bad gateway", { status: 502 }));
    await app.saySignedIn();
    expect(app.client.reauth.getSnapshot().status).toBe("succeeded");
    app.end();
  });
});

test("“I have signed in” is believed at once where the data layers have nothing to ask", async () => {
  const app = makeApp();
  const error = await app.load("/plain").catch((reason: unknown) => reason);
  const Plain = (): ReactElement => <output>{useTencentError(error).diagnosis?.category}</output>;
  await app.show(<Plain />);
  await app.closeWindow();
  const before = app.calls.length;
  await page.getByRole("dialog").getByRole("button", { name: "I have signed in" }).click();
  await vi.advanceTimersByTimeAsync(0);
  expect(app.client.reauth.getSnapshot().status).toBe("succeeded");
  expect(app.calls).toHaveLength(before);
  app.end();
});

test("a change that is never sent again is not said to be coming", async () => {
  const app = makeApp();
  function Form(): ReactElement {
    const save = useMutation({
      mutationFn: () => app.load("/posts", { method: "POST", body: "{}" }, { replay: "never" }),
      meta: { tencent: { replay: "never" } },
    });
    return (
      <>
        <button onClick={() => save.mutate()}>Save</button>
        <ErrorNotice error={save} />
      </>
    );
  }
  await app.show(<Form />);
  await page.getByRole("button", { name: "Save" }).click();
  await soon();
  await app.closeWindow();
  app.answerWith(good);
  await app.saySignedIn();
  const notice = document.querySelector("[data-part=notice]");
  expect(notice?.textContent).toContain(
    "You're signed inYour QQ sign-in ended before your changes were saved. Please send them again.",
  );
  expect(app.calls).toEqual(["/posts"]);
  app.end();
});
