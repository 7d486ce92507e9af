import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import axios from "axios";
import type { ReactElement, ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient, resolve, type TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Answer = readonly [status: number, body: string];
const broken: Answer = [502, "<html><h1>502 Bad Gateway</h1></html>"];
const revoked: Answer = [200, '{"ret":-73,"msg":"password changed"}'];
const busy: Answer = [200, '{"ret":-6,"msg":"server busy"}'];
const refused: Answer = [403, '{"ret":-3,"msg":"app not found"}'];

/** What an app's interceptor rejects with. */
type Rethrow = (error: unknown) => unknown;

/** An app that toasts in an interceptor, as its author wrote it: answers are unwrapped, failures are toasted, then thrown. */
function app(answers: Answer[], rethrow: Rethrow = (error) => error) {
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  const toasts: string[] = [];
  const http = axios.create({
    baseURL: "https://app.example",
    async adapter(config) {
      await Promise.resolve();
      const [status, data] = answers.shift() ?? [200, '{"ret":0,"name":"Ada"}'];
      const response = { data, status, statusText: "", headers: {}, config };
      if (status < 400) return response;
      throw new axios.AxiosError(`Request failed with status code ${status}`, "ERR", config, {}, response);
    },
  });
  attachTencentAxios(http, client);
  http.interceptors.response.use(
    (response) => response.data as never,
    (error: unknown) => {
      const thrown = rethrow(error);
      setTimeout(() => {
        if (!client.shows(error)) toasts.push(resolve(client.diagnose(error), en).title);
      }, 300);
      throw thrown;
    },
  );
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) } },
  });
  attachTencentErrors(queryClient, client);
  return { client, http, queryClient, toasts };
}

type App = ReturnType<typeof app>;

async function open({ client, queryClient }: Pick<App, "client" | "queryClient">, content: ReactNode): Promise<void> {
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        {content}
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
}

function Friends({ http, hasNotice }: Pick<App, "http"> & { readonly hasNotice: boolean }): ReactElement {
  const query = useQuery({ queryKey: ["friends"], queryFn: () => http.get<unknown>("/friends") });
  return hasNotice ? <ErrorNotice error={query} /> : <p>{query.status}</p>;
}

function Events({ http }: Pick<App, "http">): ReactElement {
  const query = useQuery({ queryKey: ["events"], queryFn: () => http.get<unknown>("/events") });
  return <p>{query.status}</p>;
}

function Save({ http, hasNotice }: Pick<App, "http"> & { readonly hasNotice: boolean }): ReactElement {
  const save = useMutation({ mutationFn: () => http.post<unknown>("/friends", {}) });
  return (
    <>
      <button onClick={() => save.mutate()}>Save</button>
      {hasNotice ? <ErrorNotice error={save} /> : null}
    </>
  );
}

const notices = (): number => document.querySelectorAll("[data-part=notice]").length;
const press = (): void =>
  [...document.querySelectorAll("button")].find((button) => button.textContent === "Save")?.click();
/** Some time of the page, in steps in which React gets its turns. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 250) await vi.advanceTimersByTimeAsync(Math.min(left, 250));
}

const ways: readonly (readonly [string, Rethrow])[] = [
  ["the error itself", (error) => error],
  ["an error of its own around it", (error) => new Error("Something failed", { cause: error })],
];

describe.each(ways)("an interceptor that toasts and throws %s", (_what, rethrow) => {
  test.each<readonly [string, Answer]>([
    ["an app that is unknown", refused],
    ["a server that has a problem, and is asked again", broken],
    ["a server that is busy", busy],
    ["a session that has ended", revoked],
  ])("leaves it to the notice: %s", async (_trouble, answer) => {
    const at = app(
      Array.from({ length: 9 }, () => answer),
      rethrow,
    );
    await open(at, <Friends http={at.http} hasNotice />);
    await pass(300);
    await expect.poll(notices).toBe(1);
    await pass(20_000);
    expect(at.toasts).toEqual([]);
  });

  test("is one call to the prompt", async () => {
    const at = app([revoked, [401, revoked[1]], revoked], rethrow);
    await open(
      at,
      <>
        <Friends http={at.http} hasNotice={false} />
        <Events http={at.http} />
      </>,
    );
    await pass(1000);
    expect(at.client.reauth.getSnapshot()).toMatchObject({ status: "required", affected: 2, reloads: 2 });
  });

  test("leaves it to the page's region", async () => {
    const at = app([refused], rethrow);
    await open(
      at,
      <>
        <ErrorNoticeRegion />
        <Friends http={at.http} hasNotice={false} />
      </>,
    );
    await pass(1000);
    await expect.poll(notices).toBe(1);
    expect(at.toasts).toEqual([]);
  });

  test("toasts what no notice shows, once the library has given up", async () => {
    const at = app([broken, broken, broken, broken], rethrow);
    await open(at, <Friends http={at.http} hasNotice={false} />);
    await pass(20_000);
    expect(at.toasts).toEqual([en.words.categories.platform.title]);
  });

  test("says nothing where the next try went well", async () => {
    const at = app([broken], rethrow);
    await open(at, <Friends http={at.http} hasNotice={false} />);
    await pass(20_000);
    expect(at.toasts).toEqual([]);
  });
});

test("an interceptor that throws the body alone leaves that to the notice as well", async () => {
  const at = app([[403, '{"ret":-3,"msg":"app not found"}']], (error) =>
    axios.isAxiosError(error) ? (error.response?.data as unknown) : error,
  );
  await open(at, <Friends http={at.http} hasNotice />);
  await pass(1000);
  await expect.poll(notices).toBe(1);
  expect(at.toasts).toEqual([]);
});

test.each([
  ["a notice of the change shows it", true, 0],
  ["a notice of another call with the same trouble does not", false, 1],
])("when a change fails, %s", async (_what, hasNotice, count) => {
  const at = app([refused, refused]);
  await open(
    at,
    <>
      <Friends http={at.http} hasNotice />
      <Save http={at.http} hasNotice={hasNotice} />
    </>,
  );
  await pass(500);
  await expect.poll(notices).toBe(1);
  press();
  await pass(1000);
  await expect.poll(notices).toBe(hasNotice ? 2 : 1);
  expect(at.toasts).toHaveLength(count);
});

test("the prompt shows a call without a notice, until a person closes it", async () => {
  const at = app([revoked, revoked]);
  await open(at, null);
  const call = (client: TencentErrorClient): Promise<void> =>
    at.http.get("/friends").then(
      () => undefined,
      (error: unknown) => expect(client.diagnose(error).failure.code).toBe(-73),
    );
  await call(at.client);
  await pass(500);
  await expect.poll(() => document.querySelectorAll("dialog").length).toBe(1);
  expect(at.toasts).toEqual([]);
  at.client.reauth.cancel();
  await call(at.client);
  await pass(500);
  expect(at.toasts).toHaveLength(1);
});
