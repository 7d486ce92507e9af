import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";

/** React logs each error that a boundary catches. */
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));

const client = createTencentErrorClient();

async function show(children: ReactNode): Promise<void> {
  await render(
    <TencentErrorProvider client={client} locale={en}>
      {children}
    </TencentErrorProvider>,
  );
}

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

const silent = Object.defineProperty(new Error("x"), "message", {
  get() {
    throw new Error("no message");
  },
});

const sparse: unknown[] = [];
sparse.length = 4_294_967_295;

// prettier-ignore
const thrown: readonly (readonly [what: string, value: unknown])[] = [
  ["what uni-app and Taro reject with", { errMsg: "upload:fail" }],
  ["React Router's answer with text", { status: 500, statusText: "", internal: false, data: "x" }],
  ["a plain object", { message: "x" }],
  ["an empty object", {}],
  ["an empty list", []],
  ["an object with an error of its own", { error: null }],
  ["a success", { ret: 0, msg: "ok" }],
  ["a text", "a=b"],
  ["an empty text", ""],
  ["a number", 3],
  ["no number", Number.NaN],
  ["null", null],
  ["undefined", undefined],
  ["false", false],
  ["a function", () => undefined],
  ["an abort", new DOMException("", "AbortError")],
  ["Query's own stop", new Error("CancelledError")],
  ["what a person stopped at the provider", "https://app.example/cb?usercancel=1"],
  ["an error without a message", new Error("")],
  ["an endless list", sparse],
];

/** React itself can't throw these on. */
const unthrowable = [
  ["a revoked proxy", revoked()],
  ["an error whose message throws", silent],
] as const;

describe("field F15: a boundary's fallback is never blank, whatever was thrown:", () => {
  test.each(thrown)("%s", async (_what, value) => {
    function Broken(): ReactElement {
      throw value;
    }
    await show(
      <ErrorBoundary FallbackComponent={ErrorNotice}>
        <Broken />
      </ErrorBoundary>,
    );
    await expect.element(page.getByRole("button").first()).toBeVisible();
    expect(document.querySelector("[data-part=title]")?.textContent).not.toBe("");
  });

  test.each([...thrown, ...unthrowable])("%s, as a route's error that the app calls thrown", async (_what, value) => {
    await show(<ErrorNotice error={value} isThrown onRetry={() => undefined} />);
    await expect.element(page.getByRole("button").first()).toBeVisible();
  });

  test("a query beside the reset of its boundary is shown when it fails, not before", async () => {
    const query = { error: null, data: undefined, refetch: () => undefined };
    await show(<ErrorNotice error={query} resetErrorBoundary={() => undefined} />);
    expect(document.querySelector("[data-part=title]")).toBeNull();
  });
});

test("NaN as an error renders once", async () => {
  await show(<ErrorNotice error={Number.NaN} />);
  await expect.element(page.getByText(en.words.categories.unknown.title).first()).toBeVisible();
});

describe("field F24: a time-out by the app's own controller is a failure with a retry", () => {
  test.each([
    ["in the notice of its query", true],
    ["in the region", false],
  ])("%s", async (_where, hasNotice) => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const detach = attachTencentErrors(queryClient, client);
    let tries = 0;
    const queryFn = async (): Promise<string> => {
      tries += 1;
      if (tries === 1) throw new DOMException("signal is aborted without reason", "AbortError");
      return Promise.resolve("here");
    };
    function Friends(): ReactElement {
      const query = useQuery({ queryKey: ["friends"], queryFn });
      return hasNotice && query.isError ? <ErrorNotice error={query} /> : <p>{String(query.data)}</p>;
    }
    await show(
      <QueryClientProvider client={queryClient}>
        <Friends />
        <ErrorNoticeRegion />
      </QueryClientProvider>,
    );
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("here")).toBeVisible();
    detach();
  });
});

test("a call that Query cancelled is no failure", async () => {
  await show(<ErrorNotice error={{ error: new Error("CancelledError"), data: undefined, refetch: () => undefined }} />);
  expect(document.querySelector("[data-part=title]")).toBeNull();
});

test("a change that a person stopped is no failure", async () => {
  const mutation = { error: new DOMException("", "AbortError"), data: undefined, mutate: () => undefined };
  await show(<ErrorNotice error={mutation} />);
  expect(document.querySelector("[data-part=title]")).toBeNull();
});

test("field F32: a result of ahooks is tried again by its refresh", async () => {
  const refresh = vi.fn();
  const result = { error: new TypeError("Failed to fetch"), data: undefined, loading: false, refresh };
  await show(<ErrorNotice error={result} />);
  await page.getByRole("button", { name: "Try again" }).click();
  expect(refresh).toHaveBeenCalledOnce();
});
