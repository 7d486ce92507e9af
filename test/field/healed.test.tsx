import { QueryClient } from "@tanstack/react-query";
import { Component, createContext, useContext, useState, type ReactElement, type ReactNode } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth, type FakeReauth } from "../../src/testing/fakeReauth.js";

const expired = { ret: -73, msg: "password changed" };
const signIn = "Sign in again with QQ";

beforeEach(() => {
  // React logs what a boundary caught, which is expected here
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  return () => vi.restoreAllMocks();
});

/** How often the page would have been reloaded: the reload itself is prevented. */
function countLoads(): () => number {
  let loads = 0;
  const onNavigate = (event: Event): void => {
    if (Reflect.get(event, "navigationType") !== "reload") return;
    loads += 1;
    event.preventDefault();
  };
  const navigation: unknown = Reflect.get(window, "navigation");
  if (!(navigation instanceof EventTarget)) throw new Error("This browser tells of no navigation.");
  navigation.addEventListener("navigate", onNavigate);
  onTestFinished(() => navigation.removeEventListener("navigate", onNavigate));
  return () => loads;
}

/** As React Router does it: a loader's rejection is kept by the router, and its `errorElement` reads it by a hook. */
const RouteError = createContext<unknown>(undefined);
const useRouteError = (): unknown => useContext(RouteError);

interface App {
  readonly client: TencentErrorClient;
  readonly flow: FakeReauth;
}

async function open(content: (client: TencentErrorClient) => ReactNode): Promise<App> {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      {content(client)}
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  return { client, flow };
}

const notice = (): HTMLElement | null => document.querySelector("[data-part=notice]");
const buttons = (): readonly string[] =>
  [...(notice()?.querySelectorAll("button") ?? [])].map(({ textContent }) => textContent);
const titles = (): string => notice()?.querySelector("[data-part=title]")?.textContent ?? "";

async function signInAt({ client, flow }: App, how: "notice" | "prompt" = "notice"): Promise<void> {
  if (how === "notice") {
    await page.getByRole("button", { name: signIn }).first().click();
    flow.end({ status: "succeeded" });
  } else {
    client.reauth.require(client.diagnose(expired));
    client.reauth.start();
    flow.end({ status: "succeeded" });
  }
  await expect.poll(() => client.reauth.getSnapshot().status).toBe("succeeded");
}

test("a route's error that a sign-in has healed offers to load again, and never the sign-in", async () => {
  const loads = countLoads();
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers: unknown[] = [expired, { ret: 0 }];
  let thrown: unknown;
  function Route(): ReactElement {
    return <ErrorNotice error={useRouteError()} />;
  }
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  attachTencentErrors(queryClient, client);
  const loader = (): Promise<unknown> =>
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- as loaders are written today
    queryClient.fetchQuery({ queryKey: ["friends"], queryFn: () => Promise.resolve(client.unwrap(answers.shift())) });
  await loader().catch((error: unknown) => (thrown = error));
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <RouteError.Provider value={thrown}>
        <Route />
      </RouteError.Provider>
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  await signInAt({ client, flow }, "prompt");
  await expect.poll(titles).toBe("You're signed in");
  expect(buttons()).toEqual(["Load again"]);
  await expect.poll(() => answers).toEqual([]);
  expect(titles()).toBe("You're signed in");
  await page.getByRole("button", { name: "Load again" }).click();
  expect(loads()).toBe(1);
});

test("a fallback that passes the error alone says the same", async () => {
  const loads = countLoads();
  const app = await open(() => {
    const error = new Error("a", { cause: expired });
    const Broken = (): ReactElement => {
      throw error;
    };
    return (
      <ErrorBoundary fallbackRender={(given) => <ErrorNotice error={given.error} />}>
        <Broken />
      </ErrorBoundary>
    );
  });
  await signInAt(app);
  await expect.poll(buttons).toEqual(["Load again"]);
  await page.getByRole("button", { name: "Load again" }).click();
  expect(loads()).toBe(1);
});

/** What a call throws that is answered so. */
function thrownBy(client: TencentErrorClient, answer: unknown): unknown {
  try {
    client.unwrap(answer);
    return undefined;
  } catch (error) {
    return error;
  }
}

interface BoundaryProps {
  readonly fallback: (error: unknown, reset: () => void) => ReactNode;
  readonly children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { readonly thrown: readonly unknown[] }> {
  override state: { readonly thrown: readonly unknown[] } = { thrown: [] };
  static getDerivedStateFromError(error: unknown): { readonly thrown: readonly unknown[] } {
    return { thrown: [error] };
  }
  override render(): ReactNode {
    if (this.state.thrown.length === 0) return this.props.children;
    return this.props.fallback(this.state.thrown[0], () => this.setState({ thrown: [] }));
  }
}

describe.each<readonly [string, BoundaryProps["fallback"]]>([
  // what each library hands to the component that stands in
  ["react-error-boundary", (error, reset) => <ErrorNotice {...{ error, resetErrorBoundary: reset }} />],
  ["Sentry", (error, reset) => <ErrorNotice {...{ error, componentStack: "", eventId: "1", resetError: reset }} />],
  ["Next's error.tsx", (error, reset) => <ErrorNotice {...{ error, reset }} />],
  ["TanStack Router", (error, reset) => <ErrorNotice {...{ error, info: { componentStack: "" }, reset }} />],
  ["an app's own", (error, reset) => <ErrorNotice error={error} onRetry={reset} />],
])("the boundary of %s", (_library, fallback) => {
  const opened = (answers: unknown[]): Promise<App> =>
    open((client) => {
      const failed = { error: thrownBy(client, answers[0]) };
      const Friends = (): ReactElement => {
        if (failed.error !== undefined) throw failed.error as Error;
        return <p>{JSON.stringify(answers[0])}</p>;
      };
      const again = (reset: () => void): void => {
        answers.shift();
        failed.error = thrownBy(client, answers[0]);
        reset();
      };
      return (
        <Boundary fallback={(caught, reset) => fallback(caught, () => again(reset))}>
          <Friends />
        </Boundary>
      );
    });

  test("is reset after the sign-in", async () => {
    const app = await opened([expired, { ret: 0, friends: ["Ada"] }]);
    await signInAt(app);
    await expect.element(page.getByText('{"ret":0,"friends":["Ada"]}')).toBeVisible();
    expect(notice()).toBeNull();
  });

  test("asks again where the call fails with the new session too, and is not reset in circles", async () => {
    const answers: unknown[] = [expired, expired, expired, expired];
    const app = await opened(answers);
    await signInAt(app);
    await expect.poll(() => answers.length).toBe(3);
    await expect.poll(titles).toBe(en.words.titles[-73]);
    expect(answers).toHaveLength(3);
  });
});

/** A segment of Next's: React keeps of its error a digest and a sentence of its own. Drawn anew it is the same; `retry` fetches it. */
async function openSegment(
  fallback: (error: Error, props: { reset(): void; retry(): void }) => ReactNode,
): Promise<App> {
  let isSignedIn = false;
  const fetchSegment = (): Error | undefined => {
    const digest = isSignedIn
      ? undefined
      : Reflect.get(Object(thrownBy(createTencentErrorClient(), expired)), "digest");
    return digest && Object.assign(new Error("An error occurred in the Server Components render."), { digest });
  };
  let fetched = fetchSegment();
  const Segment = (): ReactElement => {
    if (fetched !== undefined) throw fetched;
    return <p>Nickname: Ada</p>;
  };
  return open((client) => {
    client.reauth.subscribe(() => (isSignedIn ||= client.reauth.getSnapshot().status === "succeeded"));
    return (
      <Boundary
        fallback={(caught, reset) =>
          fallback(caught as Error, {
            reset,
            retry() {
              fetched = fetchSegment();
              reset();
            },
          })
        }
      >
        <Segment />
      </Boundary>
    );
  });
}

describe("the segment of a server component that failed in Next's production", () => {
  test.each<readonly [string, Parameters<typeof openSegment>[0]]>([
    ["onRetry={retry}", (error, { retry }) => <ErrorNotice error={error} onRetry={retry} />],
    ["retry={retry}", (error, { retry }) => <ErrorNotice error={error} retry={retry} />],
    ["all that Next gives", (error, props) => <ErrorNotice error={error} {...props} />],
  ])("is explained by its code, and fetched again after the sign-in: %s", async (_how, fallback) => {
    const app = await openSegment(fallback);
    expect(titles()).toBe(en.words.titles[-73]);
    await signInAt(app);
    await expect.element(page.getByText("Nickname: Ada")).toBeVisible();
    expect(notice()).toBeNull();
  });

  test.each<readonly [string, Parameters<typeof openSegment>[0]]>([
    ["reset={reset}", (error, { reset }) => <ErrorNotice error={error} reset={reset} />],
    ["onRetry={reset}", (error, { reset }) => <ErrorNotice error={error} onRetry={reset} />],
    ["the error alone", (error) => <ErrorNotice error={error} />],
  ])("is loaded with the page where the app gives no way to fetch it: %s", async (_how, fallback) => {
    const loads = countLoads();
    const app = await openSegment(fallback);
    await signInAt(app);
    await expect.poll(buttons).toEqual(["Load again"]);
    await page.getByRole("button", { name: "Load again" }).click();
    expect(loads()).toBe(1);
  });
});

test("a boundary that catches the same error again is reset once, then by hand", async () => {
  const reset = vi.fn();
  const app = await open((client) => {
    const error = new Error("cached", { cause: expired });
    client.diagnose(error);
    const Broken = (): ReactElement => {
      throw error;
    };
    return (
      <Boundary
        fallback={(caught, again) => (
          <ErrorNotice
            error={caught}
            reset={() => {
              reset();
              again();
            }}
          />
        )}
      >
        <Broken />
      </Boundary>
    );
  });
  await signInAt(app);
  await expect.poll(buttons).toEqual(["Load again"]);
  expect(reset).toHaveBeenCalledTimes(1);
  await page.getByRole("button", { name: "Load again" }).click();
  expect(reset).toHaveBeenCalledTimes(2);
});

test("a text that was thrown is healed too, and the same text of a later call is not", async () => {
  function Page({ client }: { readonly client: TencentErrorClient }): ReactElement {
    const [error, setError] = useState<unknown>('{"ret":-73,"msg":"m"}');
    return (
      <>
        <ErrorNotice error={error} isThrown />
        <button type="button" onClick={() => setError(null)}>
          Well
        </button>
        <button type="button" onClick={() => setError('{"ret":-73,"msg":"m"}')}>
          Fail
        </button>
        <output>{client.canReauthorize}</output>
      </>
    );
  }
  const app = await open((client) => <Page client={client} />);
  await signInAt(app, "prompt");
  await expect.poll(buttons).toEqual(["Load again"]);
  await page.getByRole("button", { name: "Well" }).click();
  await page.getByRole("button", { name: "Fail" }).click();
  await expect.poll(buttons).toEqual([signIn]);
});

test("a failed change doesn't reload the page under a form", async () => {
  const change = { error: expired, data: undefined, mutate: vi.fn(), reset: vi.fn(), isPending: false };
  const app = await open(() => <ErrorNotice error={change} />);
  await signInAt(app, "prompt");
  await expect.poll(titles).toBe("You're signed in");
  expect(buttons()).toEqual([]);
});

test("after a sign-in with another account, the notice leaves the choice to the prompt", async () => {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, accountId: () => "A" });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <ErrorNotice error={expired} />
    </TencentErrorProvider>,
  );
  client.reauth.startFor(client.diagnose(expired));
  flow.end({ status: "succeeded", accountId: "B" });
  await expect.poll(() => client.reauth.getSnapshot().reason).toBe("accountMismatch");
  expect(titles()).toBe(en.words.titles[-73]);
});
