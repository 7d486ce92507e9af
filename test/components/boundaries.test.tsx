import { QueryClient, QueryClientProvider, QueryErrorResetBoundary, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, type ReactElement } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

/** A page under Suspense whose boundary falls back to a notice. */
async function suspendedPage(
  answers: unknown[],
): Promise<{ readonly flow: ReturnType<typeof fakeReauth>; readonly queryFn: ReturnType<typeof vi.fn> }> {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  attachTencentErrors(queryClient, client);
  const queryFn = vi.fn(() => Promise.resolve(client.unwrap(answers.shift())));
  function Friends(): ReactElement {
    const { data } = useSuspenseQuery({ queryKey: ["friends"], queryFn });
    return <p>{JSON.stringify(data)}</p>;
  }
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <QueryErrorResetBoundary>
          {({ reset }) => (
            <ErrorBoundary FallbackComponent={ErrorNotice} onReset={reset}>
              <Suspense fallback={<p>Loading</p>}>
                <Friends />
              </Suspense>
            </ErrorBoundary>
          )}
        </QueryErrorResetBoundary>
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>,
    // React says on the console what a boundary caught: here that is the point
  );
  return { flow, queryFn };
}

test("a boundary's notice goes and the page comes back when somebody has signed in", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { flow, queryFn } = await suspendedPage([
    { ret: -21, msg: "revoked" },
    { ret: 0, friends: ["Ada"] },
  ]);
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Sign in again with QQ" }).click();
  flow.end({ status: "succeeded" });
  await expect.element(page.getByText('{"ret":0,"friends":["Ada"]}')).toBeVisible();
  expect(document.querySelector("[data-part=notice]")).toBeNull();
  expect(queryFn).toHaveBeenCalledTimes(2);
});

test("a boundary's notice tries again by hand", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await suspendedPage([
    { ret: 251004, msg: "cache" },
    { ret: 0, friends: [] },
  ]);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.element(page.getByText('{"ret":0,"friends":[]}')).toBeVisible();
});
