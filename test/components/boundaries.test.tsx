import { QueryClient, QueryClientProvider, QueryErrorResetBoundary, useSuspenseQuery } from "@tanstack/react-query";
import { Component, Suspense, type ComponentType, type ReactElement, type ReactNode } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

interface SentryFallback {
  readonly error: unknown;
  readonly componentStack: string;
  readonly eventId: string;
  resetError(): void;
}

interface SentryProps {
  readonly fallback: (given: SentryFallback) => ReactNode;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** A boundary with the props of Sentry's, which calls its fallback as a function. */
class SentryLike extends Component<SentryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { fallback, onReset, children } = this.props;
    const { error } = this.state;
    if (error === null) return children;
    const resetError = (): void => {
      onReset();
      this.setState({ error: null });
    };
    return fallback({ error, componentStack: "", eventId: "1", resetError });
  }
}

type Boundary = ComponentType<{ readonly onReset: () => void; readonly children: ReactNode }>;

const boundaries: readonly (readonly [string, Boundary])[] = [
  ["react-error-boundary", (props) => <ErrorBoundary FallbackComponent={ErrorNotice} {...props} />],
  ["Sentry", (props) => <SentryLike fallback={(given) => <ErrorNotice {...given} />} {...props} />],
];

/** A page under Suspense whose boundary falls back to a notice. */
async function suspendedPage(
  Boundary: Boundary,
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
            <Boundary onReset={reset}>
              <Suspense fallback={<p>Loading</p>}>
                <Friends />
              </Suspense>
            </Boundary>
          )}
        </QueryErrorResetBoundary>
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  return { flow, queryFn };
}

const notice = (): Element | null => document.querySelector("[data-part=notice]");

describe.each(boundaries)("the boundary of %s", (_library, Boundary) => {
  beforeEach(() => {
    // React logs what a boundary caught, which is expected here
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });

  test("is reset after the sign-in: its page is fetched first, then shown", { tags: ["F76"] }, async () => {
    const { flow, queryFn } = await suspendedPage(Boundary, [
      { ret: -21, msg: "revoked" },
      { ret: 0, friends: ["Ada"] },
    ]);
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Sign in again with QQ" }).click();
    const shown: (string | null)[] = [];
    const watch = new MutationObserver(() => shown.push(document.body.textContent));
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    flow.end({ status: "succeeded" });
    await expect.element(page.getByText('{"ret":0,"friends":["Ada"]}')).toBeVisible();
    watch.disconnect();
    expect(notice()).toBeNull();
    expect(shown.join()).not.toContain("Loading");
    expect(queryFn).toHaveBeenCalledTimes(2);
  });

  test("keeps its notice while the sign-in does not heal the call", async () => {
    const { flow, queryFn } = await suspendedPage(Boundary, [
      { ret: -21, msg: "revoked" },
      { ret: -3, msg: "no right" },
    ]);
    await page.getByRole("dialog").getByRole("button", { name: "Sign in again with QQ" }).click();
    flow.end({ status: "succeeded" });
    await expect.poll(() => queryFn.mock.calls.length).toBe(2);
    await expect.poll(notice).not.toBeNull();
  });

  test("is reset by its notice's own button", async () => {
    const { queryFn } = await suspendedPage(Boundary, [
      { ret: 251004, msg: "cache" },
      { ret: 0, friends: [] },
    ]);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText('{"ret":0,"friends":[]}')).toBeVisible();
    expect(queryFn).toHaveBeenCalledTimes(2);
  });
});
