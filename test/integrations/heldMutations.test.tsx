import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient, TencentError } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "../client/fakeServer.js";
import { outcomesOf, type Outcomes } from "../client/outcomesOf.js";
import { createLeakWatch, type LeakWatch } from "./createLeakWatch.js";

let leaks: LeakWatch;
beforeEach(({ signal }) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"] });
  leaks = createLeakWatch(signal);
});
afterEach(async () => {
  await cleanup();
  leaks.end();
  vi.useRealTimers();
});

/** A page with the prompt, whose server has ended the session. */
function makePage() {
  const reauth = fakeReauth();
  const server = fakeServer();
  server.revoke();
  const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
  const forEver = { gcTime: Infinity };
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, ...forEver }, mutations: forEver },
  });
  const detach = attachTencentErrors(queryClient, client);
  const show = (children: ReactNode) =>
    render(
      <QueryClientProvider client={queryClient}>
        <TencentErrorProvider client={client} locale={en}>
          {children}
          <ReauthPrompt />
        </TencentErrorProvider>
      </QueryClientProvider>,
    );
  const signIn = async (): Promise<void> => {
    await page.getByRole("button", { name: "Sign in again with QQ" }).click();
    server.signIn();
    reauth.end({ status: "succeeded", accountId: "ann" });
    await vi.advanceTimersByTimeAsync(100);
  };
  return { reauth, server, client, queryClient, detach, show, signIn };
}

type Page = ReturnType<typeof makePage>;

/** A form for one change. It gives a change up when it leaves the page. */
function Change({ at, name, isMarked, sent }: ChangeProps): ReactElement {
  const [send] = useState(() =>
    at.client.guard((_signal: AbortSignal) => at.server.call(name), isMarked ? { replay: "auto" } : {}),
  );
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const change = useMutation({
    mutationFn: () => {
      Object.assign(leaving, { current: new AbortController() });
      return send(leaving.current?.signal ?? AbortSignal.abort());
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent.push(change.mutateAsync());
      }}
    >
      <button type="submit">{name}</button>
      <output>{change.status}</output>
      <ErrorNotice error={change} />
    </form>
  );
}

interface ChangeProps {
  readonly at: Page;
  readonly name: string;
  readonly isMarked: boolean;
  readonly sent: Promise<unknown>[];
}

const names = ["one", "two", "three"];
const statuses = (): string[] => [...document.querySelectorAll("output")].map(({ textContent }) => textContent);

/** Three changes, the first two marked as safe to send again, are sent and refused. */
async function threeHeld(at: Page): Promise<{ readonly outcomes: Outcomes; unmount(): Promise<void> }> {
  const sent: Promise<unknown>[] = [];
  const { unmount } = await at.show(
    names.map((name) => <Change key={name} at={at} name={name} isMarked={name !== "three"} sent={sent} />),
  );
  for (const form of document.querySelectorAll("form")) form.requestSubmit();
  const outcomes = outcomesOf(sent);
  await vi.advanceTimersByTimeAsync(300);
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await expect.poll(statuses).toEqual(["pending", "pending", "pending"]);
  expect(at.server.calls).toEqual(names);
  expect(at.client.reauth.getSnapshot()).toMatchObject({ status: "required", affected: 3 });
  return { outcomes, unmount };
}

test("of three held changes the two marked ones are sent once more, and the third is asked about", async () => {
  const at = makePage();
  const { outcomes } = await threeHeld(at);
  await at.signIn();
  await expect.poll(statuses).toEqual(["success", "success", "pending"]);
  expect(outcomes.resolved).toEqual(["one:2", "two:2"]);
  expect(names.map(at.server.countOf)).toEqual([2, 2, 1]);
  await expect.element(page.getByText("Send 1 change?")).toBeVisible();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await vi.advanceTimersByTimeAsync(100);
  await expect.poll(statuses).toEqual(["success", "success", "success"]);
  expect(outcomes).toEqual({ resolved: ["one:2", "two:2", "three:2"], rejected: [] });
  expect(names.map(at.server.countOf)).toEqual([2, 2, 2]);
});

test("a dismissal rejects all three with one typed cancellation, which no notice shows", async () => {
  const at = makePage();
  const { outcomes } = await threeHeld(at);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(statuses).toEqual(["error", "error", "error"]);
  const [first] = outcomes.rejected;
  expect(first).toBeInstanceOf(TencentError);
  expect(at.client.diagnose(first).category).toBe("cancelled");
  expect(outcomes).toEqual({ resolved: [], rejected: [first, first, first] });
  expect(outcomes.rejected.every((error) => error === first)).toBe(true);
  expect(document.querySelector("[data-part=notice]")).toBeNull();
  expect(at.server.calls).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(700_000);
  expect(at.server.calls).toHaveLength(3);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ["discards", 1],
  ["does not sign in for", 0],
])("a change that a person %s is not sent by the retries of its own mutation", async (_, epoch) => {
  const at = makePage();
  at.queryClient.setMutationDefaults(["save"], { mutationFn: at.client.guard(() => at.server.call("note")), retry: 3 });
  const Save = (): ReactElement => {
    const { status, mutate } = useMutation({ mutationKey: ["save"] });
    return (
      <>
        <button type="button" onClick={() => mutate()}>
          Save
        </button>
        <output>{status}</output>
      </>
    );
  };
  await at.show(<Save />);
  await page.getByRole("button", { name: "Save" }).click();
  await vi.advanceTimersByTimeAsync(300);
  if (epoch === 1) await at.signIn();
  await page.getByRole("button", { name: epoch === 1 ? "Discard" : "Cancel" }).click();
  await expect.poll(statuses).toEqual(["error"]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(at.server.calls).toEqual(["note"]);
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

test(
  "changes that are aborted when their page goes leave no timer, listener or promise behind",
  { tags: ["F28"] },
  async () => {
    const at = makePage();
    const { outcomes, unmount } = await threeHeld(at);
    expect(leaks.live().filter((name) => name === "AbortSignal abort")).toHaveLength(3);
    expect(vi.getTimerCount()).toBeGreaterThanOrEqual(3);
    await unmount();
    at.detach();
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes.rejected.map((error) => at.client.diagnose(error).category)).toEqual(Array(3).fill("cancelled"));
    expect(at.client.reauth.getSnapshot().toConfirm).toBe(0);
    await vi.advanceTimersByTimeAsync(300);
    expect(vi.getTimerCount()).toBe(0);
    expect(leaks.live()).toEqual([]);
    at.client.reauth.cancel();
    expect(at.server.calls).toHaveLength(3);
  },
);

test("a read that is held by its meta is released when its page unmounts", async () => {
  const at = makePage();
  const queryFn = at.client.guard(async ({ signal }: { readonly signal: AbortSignal }) => {
    signal.throwIfAborted();
    return at.server.call("friends");
  });
  const Friends = (): ReactElement => {
    const { fetchStatus } = useQuery({ queryKey: ["friends"], queryFn, meta: { tencent: { replay: "auto" } } });
    return <output>{fetchStatus}</output>;
  };
  const { unmount } = await at.show(<Friends />);
  await vi.advanceTimersByTimeAsync(300);
  await expect.element(page.getByRole("dialog")).toBeVisible();
  expect(statuses()).toEqual(["fetching"]);
  expect(leaks.live()).toContain("AbortSignal abort");
  await unmount();
  at.detach();
  await vi.advanceTimersByTimeAsync(300);
  expect(at.queryClient.isFetching()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(leaks.live()).toEqual([]);
});
