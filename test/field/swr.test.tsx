import { StrictMode, Suspense, useState, type ReactElement, type ReactNode } from "react";
import { ErrorBoundary } from "react-error-boundary";
import useSWR, { SWRConfig, type SWRConfiguration } from "swr";
import useSWRInfinite from "swr/infinite";
import useSWRMutation from "swr/mutation";
import useSWRSubscription from "swr/subscription";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { tencentSwr } from "../../src/swr.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "../client/fakeServer.js";
import { patience } from "../patience.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(async () => {
  await cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function page() {
  const reauth = fakeReauth();
  const server = fakeServer();
  const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
  const shared: SWRConfiguration = { ...tencentSwr(client), dedupingInterval: 0 };
  const newCache = (): SWRConfiguration => {
    const cache = new Map();
    return { ...shared, provider: () => cache };
  };
  const show = (children: ReactNode, config = newCache()) =>
    render(
      <StrictMode>
        <TencentErrorProvider client={client} locale={en}>
          <SWRConfig value={config}>{children}</SWRConfig>
        </TencentErrorProvider>
      </StrictMode>,
    );
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const signIn = async (accountId = "ann"): Promise<void> => {
    client.reauth.require(client.diagnose({ ret: -73 }));
    client.reauth.start();
    server.signIn();
    reauth.end({ status: "succeeded", accountId });
    await wait(0);
    // the person goes on with another account
    if (client.reauth.getSnapshot().reason === "accountMismatch") client.reauth.cancel();
  };
  return { client, server, show, wait, signIn, newCache, shared };
}

type Page = ReturnType<typeof page>;

function Item({ at, name, more = {} }: { readonly at: Page; readonly name: string; readonly more?: SWRConfiguration }) {
  const { data, error } = useSWR<string, unknown>(name, () => at.server.call(name), more);
  return <p>{data ?? (error === undefined ? "…" : `failed ${name}`)}</p>;
}

const texts = (): string[] => [...document.querySelectorAll("p")].map(({ textContent }) => textContent);
const shows = (...expected: string[]) => vi.waitFor(() => expect(texts()).toEqual(expected), patience);

describe("after a sign-in", () => {
  test("field F20: a key that failed below a boundary is asked for again, and its page comes back", async () => {
    const at = page();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    at.server.revoke();
    await at.show(
      <ErrorBoundary FallbackComponent={ErrorNotice}>
        <Suspense fallback={<p>…</p>}>
          <Item at={at} name="me" more={{ suspense: true }} />
        </Suspense>
      </ErrorBoundary>,
    );
    for (const session of [2, 3]) {
      await at.wait(200);
      await vi.waitFor(() => expect(document.querySelector("[data-part=notice]")).not.toBeNull(), patience);
      expect(texts()).not.toContain(`me:${session - 1}`);
      await at.signIn();
      await at.wait(1000);
      await shows(`me:${session}`);
      if (session === 3) break;
      await cleanup();
      await at.wait(61_000);
      at.server.revoke();
      await at.show(
        <ErrorBoundary FallbackComponent={ErrorNotice}>
          <Suspense fallback={<p>…</p>}>
            <Item at={at} name="me" more={{ suspense: true }} />
          </Suspense>
        </ErrorBoundary>,
      );
    }
  });

  test("a key that failed and is shown no more does not come back as failed", async () => {
    const at = page();
    at.server.revoke();
    const Route = (): ReactElement => {
      const [isThere, setThere] = useState(true);
      return (
        <>
          <button onClick={() => setThere((was) => !was)}>go</button>
          {isThere ? <Item at={at} name="a" /> : <p>elsewhere</p>}
        </>
      );
    };
    await at.show(<Route />);
    await at.wait(100);
    await shows("failed a");
    document.querySelector("button")?.click();
    await shows("elsewhere");
    await at.signIn();
    await at.wait(1000);
    document.querySelector("button")?.click();
    await shows("…");
    await at.wait(100);
    await shows("a:2");
  });

  test("keys of two caches heal, arrays and objects as keys too, each once", async () => {
    const at = page();
    const [first, second] = [at.newCache(), at.newCache()];
    const Keyed = ({ name }: { readonly name: string }): ReactElement => {
      const { data } = useSWR<string, unknown>([name, { page: 1 }], () => at.server.call(name));
      return <p>{data ?? "…"}</p>;
    };
    at.server.revoke();
    await at.show(
      <>
        <SWRConfig value={first}>
          <Item at={at} name="a" />
          <Keyed name="k" />
        </SWRConfig>
        <SWRConfig value={second}>
          <Item at={at} name="a" />
        </SWRConfig>
      </>,
    );
    await at.wait(100);
    const before = at.server.calls.length;
    await at.signIn();
    await at.wait(1000);
    await shows("a:2", "k:2", "a:2");
    expect(at.server.calls.length - before).toBe(3);
  });

  test("a list's further page that failed is asked for", async () => {
    const at = page();
    const Pages = (): ReactElement => {
      const { data, size, setSize } = useSWRInfinite<string, unknown>(
        (index) => ["page", index],
        ([, index]: [string, number]) => at.server.call(`page${index}`),
        { revalidateFirstPage: false },
      );
      return (
        <>
          <button onClick={() => void setSize(size + 1)}>more</button>
          <p>{data?.join() ?? "…"}</p>
        </>
      );
    };
    await at.show(<Pages />);
    await at.wait(100);
    await shows("page0:1");
    at.server.revoke();
    document.querySelector("button")?.click();
    await at.wait(100);
    await at.signIn();
    await at.wait(1000);
    await shows("page0:1,page1:2");
  });
});

test("field F21: a subscription works", async () => {
  const at = page();
  const Live = (): ReactElement => {
    const { data } = useSWRSubscription("k", (_key: string, { next }: { next(error: unknown, data: number): void }) => {
      next(null, 1);
      return () => undefined;
    });
    return <p>{data ?? "…"}</p>;
  };
  // SWR's own cache: in StrictMode, its subscriptions don't outlive a provider's
  await at.show(<Live />, at.shared);
  await at.wait(100);
  await shows("1");
});

describe("another account sees nothing of the first one", () => {
  test("in two caches, with previous data kept, and in a list", async () => {
    const at = page();
    const Pages = (): ReactElement => {
      const { data } = useSWRInfinite<string, unknown>(
        (index) => `page${index}`,
        (key: string) => at.server.call(key),
        { initialSize: 2, keepPreviousData: true },
      );
      return <p>{data?.join() ?? "…"}</p>;
    };
    await at.show(
      <>
        <Item at={at} name="a" more={{ keepPreviousData: true }} />
        <SWRConfig value={at.newCache()}>
          <Item at={at} name="b" />
          <Pages />
        </SWRConfig>
      </>,
    );
    await at.wait(200);
    await shows("a:1", "b:1", "page0:1,page1:1");
    at.server.revoke();
    await at.signIn("bob");
    await shows("…", "…", "…");
    await at.wait(1000);
    await shows("a:2", "b:2", "page0:2,page1:2");
  });

  test("in what the app gave as fallback, once it is answered", async () => {
    const at = page();
    await at.show(<Item at={at} name="a" more={{ fallbackData: "ann's", revalidateIfStale: false }} />);
    await at.wait(100);
    await shows("ann's");
    at.server.revoke();
    await at.signIn("bob");
    await at.wait(1000);
    await shows("a:2");
  });

  test.each([
    ["SWR's own roll-back", true],
    ["one of the app's own", false],
  ])("after %s of a change that was rejected", async (_what, isSwrs) => {
    const at = page();
    const outcomes: unknown[] = [];
    const List = (): ReactElement => {
      const { data, mutate } = useSWR<string, unknown>("list", () => at.server.call("list"));
      const { trigger, data: saved } = useSWRMutation("list", () => at.server.call("save"), { revalidate: false });
      const save = async (): Promise<void> => {
        const previous = data;
        if (!isSwrs) void mutate(`${data}+x`, false);
        try {
          await trigger(undefined, isSwrs ? { optimisticData: `${data}+x`, rollbackOnError: true } : {});
        } catch (error) {
          outcomes.push(at.client.diagnose(error).category);
          if (!isSwrs) void mutate(previous, false);
        }
      };
      return (
        <>
          <button onClick={() => void save()}>save</button>
          <p>{data ?? "…"}</p>
          <p>{saved ?? "nothing saved"}</p>
        </>
      );
    };
    await at.show(<List />);
    await at.wait(100);
    await shows("list:1", "nothing saved");
    document.querySelector("button")?.click();
    await at.wait(100);
    await shows("list:1+x", "save:1");
    at.server.revoke();
    document.querySelector("button")?.click();
    await at.wait(100);
    await shows("list:1+x+x", "save:1");
    await at.signIn("bob");
    await at.wait(1000);
    await shows("list:2", "nothing saved");
    expect(outcomes).toEqual(["cancelled"]);
    expect(at.server.countOf("save")).toBe(2);
  });
});
