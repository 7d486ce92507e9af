import { QueryClient, QueryClientProvider, useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { ErrorNotice, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

afterEach(() => cleanup());

/** An endless list from page 5 on, whose server fails on demand. */
async function showList() {
  const client = createTencentErrorClient({ reauth: fakeReauth(), accountId: () => "ann" });
  const calls: string[] = [];
  let failure: Response | undefined;
  const load = createTencentFetch(client, async (input) => {
    calls.push(input as string);
    return failure?.clone() ?? Response.json({ ret: 0, name: input });
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const List = (): ReactElement => {
    const list = useInfiniteQuery({
      queryKey: ["notes"],
      queryFn: ({ pageParam }) => load<{ name: string }>(`/notes/${pageParam}`),
      initialPageParam: 5,
      getNextPageParam: (_page, _pages, last) => last + 1,
      getPreviousPageParam: (_page, _pages, first) => first - 1,
    });
    return (
      <>
        <button onClick={() => void list.fetchPreviousPage()}>Earlier</button>
        <p>{list.data?.pages.map(({ name }) => name).join(" ")}</p>
        <button onClick={() => void list.fetchNextPage()}>More</button>
        <ErrorNotice error={list} />
      </>
    );
  };
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <List />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  const text = (): string => document.querySelector("p")?.textContent ?? "";
  await expect.poll(text).toBe("/notes/5");
  return {
    client,
    calls,
    text,
    failWith: (next: Response | undefined) => void (failure = next),
    click: (name: string) => page.getByRole("button", { name, exact: true }).click(),
  };
}

test.each([
  ["More", "/notes/6", "/notes/5 /notes/6"],
  ["Earlier", "/notes/4", "/notes/4 /notes/5"],
])("a notice fetches the page again that failed: %s", async (button, address, whole) => {
  const { calls, text, failWith, click } = await showList();
  failWith(new Response("Bad gateway", { status: 502 }));
  await click(button);
  await click("Try again");
  await expect.poll(() => calls).toEqual(["/notes/5", address, address]);
  failWith(undefined);
  await click("Try again");
  await expect.poll(text).toBe(whole);
  expect(calls).toEqual(["/notes/5", address, address, address]);
});

test("a notice fetches the page that failed once a sign-in has healed it", async () => {
  const { client, calls, text, failWith, click } = await showList();
  failWith(Response.json({ ret: -21, msg: "revoked" }));
  await click("More");
  await expect.element(page.getByRole("button", { name: "Sign in again with QQ" })).toBeVisible();
  failWith(undefined);
  client.reauth.renewed("ann");
  // no click: the notice asks by itself within 0.6 s
  await expect.poll(text).toBe("/notes/5 /notes/6");
  expect(calls).toEqual(["/notes/5", "/notes/6", "/notes/6"]);
});

test("a whole list that failed is fetched as a whole", async () => {
  const { calls, text, failWith, click } = await showList();
  await click("More");
  await expect.poll(text).toBe("/notes/5 /notes/6");
  failWith(new Response("Bad gateway", { status: 502 }));
  window.dispatchEvent(new Event("visibilitychange"));
  await expect.poll(() => calls).toHaveLength(3);
  failWith(undefined);
  await click("Try again");
  await expect.poll(() => calls.slice(3)).toEqual(["/notes/5", "/notes/6"]);
});
