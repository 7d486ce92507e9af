import { CancelledError, QueryClient, QueryClientProvider, useMutation, useQueries } from "@tanstack/react-query";
import { type ReactElement } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const notices = (): string[] =>
  [...document.querySelectorAll("[data-part=notice]")].map((notice) => notice.getAttribute("data-category") ?? "");

interface Rig {
  answer: unknown;
  calls: number;
}

/** A page with n queries that all get the rig's answer. */
async function pageOf(
  n: number,
  rig: Rig,
  Item: (props: { readonly query: unknown }) => ReactElement | null,
): Promise<ReturnType<typeof fakeReauth>> {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  attachTencentErrors(queryClient, client);
  const queryFn = (): Promise<unknown> => {
    rig.calls += 1;
    return Promise.resolve().then(() => client.unwrap(rig.answer));
  };
  function Items(): ReactElement {
    const queries = useQueries({
      queries: Array.from({ length: n }, (_, index) => ({ queryKey: ["item", index], queryFn })),
    });
    return (
      <>
        {queries.map((query, index) => (
          <Item key={index} query={query} />
        ))}
      </>
    );
  }
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNoticeRegion />
        <Items />
        <ReauthPrompt variant="inline" />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  return flow;
}

test("the same failure of twelve calls is one notice that goes as one", async () => {
  const rig: Rig = { answer: { ret: -21, msg: "revoked" }, calls: 0 };
  const flow = await pageOf(12, rig, () => null);
  await expect.poll(notices).toEqual(["reauth"]);
  await expect.element(page.getByText("12 items affected").first()).toBeVisible();
  rig.answer = { ret: 0, msg: "" };
  document.querySelector<HTMLButtonElement>("[data-action=reauthorize]")?.click();
  flow.end({ status: "succeeded" });
  await expect.poll(notices, { timeout: 5000 }).toEqual([]);
  await expect.poll(() => rig.calls, { timeout: 5000 }).toBe(24);
  expect(notices()).toEqual([]);
});

test("a notice on the page takes its error from the region", async () => {
  const rig: Rig = { answer: { ret: -6, msg: "" }, calls: 0 };
  await pageOf(1, rig, ({ query }) => <ErrorNotice error={query} />);
  await expect.poll(notices).toEqual(["rateLimit"]);
});

test("trying again from the region sends every call of the group once more", async () => {
  const rig: Rig = { answer: { ret: -6, msg: "" }, calls: 0 };
  await pageOf(4, rig, () => null);
  await expect.poll(notices).toEqual(["rateLimit"]);
  rig.answer = { ret: 0 };
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(notices).toEqual([]);
  expect(rig.calls).toBe(8);
});

test("a dismissed group stays away until a call fails anew", async () => {
  const rig: Rig = { answer: { ret: -1, msg: "" }, calls: 0 };
  await pageOf(3, rig, () => null);
  await expect.poll(notices).toEqual(["request"]);
  await page.getByRole("button", { name: "Close" }).click();
  await expect.poll(notices).toEqual([]);
});

test("a change that failed is shown until the person goes on with another one", async () => {
  const client = createTencentErrorClient();
  const queryClient = new QueryClient();
  attachTencentErrors(queryClient, client);
  let answer: unknown = { ret: -6, msg: "" };
  function Form(): ReactElement {
    const { mutate } = useMutation({ mutationFn: async () => client.unwrap(await Promise.resolve(answer)) });
    return <button onClick={() => mutate()}>Save</button>;
  }
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNoticeRegion />
        <Form />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(notices).toEqual(["rateLimit"]);
  // only the person sends a change again
  await expect.element(page.getByRole("button", { name: "Try again" })).not.toBeInTheDocument();
  answer = { ret: 0 };
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(notices).toEqual([]);
});

test("a cancelled call shows nothing", async () => {
  const client = createTencentErrorClient();
  const queryClient = new QueryClient();
  attachTencentErrors(queryClient, client);
  const queryFn = (): Promise<never> => Promise.reject(new CancelledError({ revert: false }));
  const query = queryClient.getQueryCache().build(queryClient, { queryKey: ["stopped"], queryFn, retry: false });
  await query.fetch().catch(() => undefined);
  expect(query.state.status).toBe("error");
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(client.board.getGroups()).toEqual([]);
});

/** What an app's interceptor throws for `{ code: 20000, message }`. */
class BusinessError extends Error {
  override readonly name = "BusinessError";
  readonly code = 20000;
}

function fail(error: unknown): Promise<never> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as interceptors do
  return Promise.reject(error);
}

test.each<readonly [string, unknown, boolean]>([
  ["a failure of the app's own", new BusinessError("The feed is closed"), false],
  ["a bug", new TypeError("friends is undefined"), false],
  ["an answer of the app's own", { code: 20000, message: "The feed is closed" }, false],
  ["an undocumented code of the vendor's", { ret: -999, msg: "m" }, true],
  ["another vendor's code", { errcode: 45999, errmsg: "m" }, true],
  ["HTTP 404", Object.assign(new Error("m"), { response: { status: 404, data: "" } }), false],
  ["HTTP 502", Object.assign(new Error("m"), { response: { status: 502, data: "" } }), true],
  ["a lost connection", new TypeError("Failed to fetch"), true],
])("%s is in the region only where a service failed", async (_what, error, isShown) => {
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  attachTencentErrors(queryClient, client);
  const other = Object.assign(new Error("m"), { cause: { ret: -6, msg: "" } });
  function Page(): ReactElement {
    const queries = [error, other].map((thrown, index) => ({ queryKey: [index], queryFn: () => fail(thrown) }));
    useQueries({ queries });
    return <ErrorNoticeRegion />;
  }
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <Page />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  await expect.poll(notices).toContain("rateLimit");
  expect(notices()).toHaveLength(isShown ? 2 : 1);
  expect(client.shows(error)).toBe(isShown);
});
