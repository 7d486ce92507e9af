import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import { fallbackLocale } from "../../src/i18n/fallbackLocale.js";
import { wholeWords } from "../../src/i18n/wholeWords.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { onPage } from "../components/onPage.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const notice = (): HTMLElement | null => document.querySelector("[data-part=notice]");
const words = (): string => notice()?.textContent ?? "";
const said = (): string => document.querySelector("[data-part=live]")?.textContent ?? "";

/** A page of one query, whose server answers in turn. */
async function open(answers: (() => Promise<unknown>)[], inRegion = false): Promise<void> {
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  attachTencentErrors(queryClient, client);
  function Friends(): ReactElement {
    const query = useQuery({
      queryKey: ["friends"],
      queryFn: () => (answers.shift() ?? (() => Promise.resolve("Ada")))(),
    });
    return (
      <>
        {inRegion ? null : <ErrorNotice error={query} />}
        <p>{query.data === undefined ? "" : JSON.stringify(query.data)}</p>
      </>
    );
  }
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNoticeRegion />
        <Friends />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
}

const badGateway = (): Promise<never> => Promise.reject(Object.assign(new Error("HTTP 502"), { status: 502 }));

describe("while a data layer tries again by itself", () => {
  test("the notice says so, calmly, from the first failure on, and goes when it went well", async () => {
    await open([badGateway, badGateway]);
    await vi.advanceTimersByTimeAsync(50);
    expect([words(), said()]).toEqual(["Trying again…", "Trying again…"]);
    expect(notice()?.dataset).toMatchObject({ state: "retrying", severity: "info" });
    expect(notice()?.querySelectorAll("button")).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect([notice(), said()]).toEqual([null, ""]);
    await expect.element(page.getByText("Ada")).toBeVisible();
  });

  test("it says what is wrong once that has given up", async () => {
    await open([badGateway, badGateway, badGateway, badGateway]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(words()).toContain(en.words.categories.platform.title);
    expect(notice()?.dataset["severity"]).toBe("danger");
  });

  test("a limit is told and counted down while the library waits for its end", { tags: ["C08"] }, async () => {
    const limited = (): Promise<never> =>
      Promise.reject(
        Object.assign(new Error("HTTP 429"), {
          response: { status: 429, headers: { "retry-after": "6" }, data: { ret: -6, msg: "too often" } },
        }),
      );
    await open([limited]);
    await vi.advanceTimersByTimeAsync(1100);
    expect(words()).toContain(en.words.categories.rateLimit.title);
    expect(words()).toContain(en.words.labels.willRetry);
    const seconds = (): number => Number(/automatically in (\d+) second/.exec(words())?.[1]);
    const before = seconds();
    expect(before).toBeGreaterThanOrEqual(5);
    await vi.advanceTimersByTimeAsync(2000);
    expect(seconds()).toBe(before - 2);
    expect(notice()?.dataset).toMatchObject({ state: "counting" });
    await vi.advanceTimersByTimeAsync(6000);
    expect(notice()).toBeNull();
    await expect.element(page.getByText("Ada")).toBeVisible();
  });

  test("a page with data is not disturbed", async () => {
    const query = {
      status: "success",
      fetchStatus: "fetching",
      data: ["Ada"],
      error: null,
      failureCount: 1,
      failureReason: new Error("HTTP 502"),
      isFetching: true,
      refetch: vi.fn(),
    };
    await onPage(<ErrorNotice error={query} />);
    expect(notice()).toBeNull();
  });

  test("a first try is no failure", async () => {
    const query = {
      status: "pending",
      fetchStatus: "fetching",
      data: undefined,
      error: null,
      failureCount: 0,
      failureReason: null,
    };
    await onPage(<ErrorNotice error={query} />);
    expect(notice()).toBeNull();
  });

  test("a call without a network waits for one, and its notice says that it goes on", async () => {
    const query = {
      status: "pending",
      fetchStatus: "paused",
      data: undefined,
      error: null,
      failureCount: 1,
      failureReason: new TypeError("Failed to fetch"),
      isFetching: false,
      refetch: vi.fn(),
    };
    await onPage(<ErrorNotice error={query} />);
    expect(words()).toContain("Trying again…");
  });
});

describe.each([
  ["a notice of its own", false],
  ["the region", true],
])("field F24: in %s", (_where, inRegion) => {
  test("a call that the app's own clock ended took too long, and can be tried again", async () => {
    const late = (): Promise<never> => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 20);
      return new Promise((_resolve, reject) => {
        controller.signal.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
      });
    };
    await open(
      Array.from({ length: 5 }, () => late),
      inRegion,
    );
    await vi.advanceTimersByTimeAsync(30_000);
    expect(words()).toContain("This took too long");
    await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
  });
});

test.each([NaN, -0, [NaN], [NaN, NaN], Symbol("a"), 0n, () => 1, new Map([["a", 1]]), [[[]]]])(
  "an error that is %o does not render for ever",
  async (error) => {
    await onPage(<ErrorNotice error={error} isThrown />);
    expect(notice()).not.toBeNull();
  },
);

describe("a polluted prototype", () => {
  const plant = (name: string, value: unknown): void => {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  };
  const names = [
    "children",
    "href",
    "url",
    "Link",
    "Button",
    "components",
    "container",
    "onRetry",
    "resetError",
    "reset",
    "run",
  ];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  });

  test.each<readonly [string, unknown]>([
    ["children", () => "planted"],
    ["children", "planted"],
    ["url", "javascript:planted()"],
    ["href", "javascript:planted()"],
    ["Link", "iframe"],
    ["Button", "iframe"],
    ["reset", () => "planted"],
  ])("decides nothing in a notice and a prompt: %s", async (name, value) => {
    const { client } = await onPage(
      <>
        <ErrorNotice error={{ ret: -3, msg: "m" }} audience="developer" />
        <ErrorNotice error={{ ret: -73, msg: "m" }} />
      </>,
    );
    // React itself looks there for the children of an element that has none
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    plant(name, value);
    const { screen } = await onPage(
      <>
        <ErrorNotice error={{ ret: -3, msg: "m" }} audience="developer" />
        <ErrorNotice error={{ ret: -73, msg: "m" }} />
        <ReauthPrompt variant="inline" />
      </>,
      { support: { audience: "everyone", submit: () => Promise.resolve({}) } },
    );
    client.reauth.require(client.diagnose({ ret: -73, msg: "m" }));
    expect(new XMLSerializer().serializeToString(screen.container)).not.toMatch(/planted|iframe/);
    await expect.element(page.getByRole("button", { name: "Sign in again with QQ" }).first()).toBeInTheDocument();
  });
});

test("without a language the buttons are labelled in two", () => {
  const { actions, labels, prompt, categories } = wholeWords(fallbackLocale.words);
  expect(actions.reauthorize).toBe("重新登录 · Sign in again");
  expect(
    new Set([actions.reauthorize, actions.retry, actions.openTicket, actions.copyReport, actions.dismiss]).size,
  ).toBe(5);
  for (const label of [
    "done",
    "tryAgain",
    "takeOver",
    "continueHere",
    "switchAccount",
    "useThisAccount",
    "loadAgain",
    "discard",
  ] as const)
    expect(labels[label]).not.toMatch(/Something went wrong/);
  for (const { title } of [prompt.required, categories.reauth]) expect(title).toMatch(/sign-in/);
});

test("field F32: the answer of ahooks' useRequest is tried again by its refresh", async () => {
  const refresh = vi.fn();
  function Friends(): ReactElement {
    const [result] = useState({
      data: undefined,
      error: new TypeError("Failed to fetch"),
      loading: false,
      run: vi.fn(),
      refresh,
    });
    return <ErrorNotice error={result} />;
  }
  await onPage(<Friends />);
  await page.getByRole("button", { name: "Try again" }).click();
  expect(refresh).toHaveBeenCalledTimes(1);
});
