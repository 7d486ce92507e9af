import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import { fakeReauth, ready } from "../../src/testing.js";

beforeEach(async () => ready());

/** Whatever of the kit a person could have seen, as it appears. */
function watch(): string[] {
  const seen: string[] = [];
  const observer = new MutationObserver(() => {
    for (const part of document.querySelectorAll("[data-part=notice], dialog[open], [data-part=prompt]"))
      if (part.textContent.trim() !== "") seen.push(part.textContent);
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  onTestFinished(() => observer.disconnect());
  return seen;
}

test("a page whose token ran out shows nothing of it, and its data", async () => {
  let isRenewed = false;
  const send = vi.fn(async () => Response.json(isRenewed ? { ret: 0, name: "Ada" } : { ret: -21, msg: "revoked" }));
  const renew = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    isRenewed = true;
  });
  const client = createTencentErrorClient({ reauth: fakeReauth(), renew, accountId: () => "ann" });
  const tencentFetch = createTencentFetch(client, send);
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  onTestFinished(attachTencentErrors(queryClient, client));
  function Friend({ id }: { readonly id: number }): ReactElement {
    const friend = useQuery({
      queryKey: ["friend", id],
      queryFn: async () => tencentFetch<{ readonly name: string }>(`/api/${id}`),
    });
    return (
      <>
        <p>{friend.data?.name}</p>
        <ErrorNotice error={friend} />
      </>
    );
  }
  const seen = watch();
  const { container } = await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        {Array.from({ length: 10 }, (_, id) => (
          <Friend key={id} id={id} />
        ))}
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  await expect
    .poll(() => container.querySelectorAll("p").length && container.textContent.split("Ada").length - 1)
    .toBe(10);
  expect([renew.mock.calls.length, send.mock.calls.length, seen]).toEqual([1, 20, []]);
});
