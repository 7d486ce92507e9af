import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient, type SupportDesk } from "../../src/core.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentRetry, tencentRetryDelay } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "../client/fakeServer.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"] });
});
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
});

const names = ["profile", "friends", "albums"];
const startButtons = () => page.getByRole("button", { name: /^(Sign in again with QQ|Try again)$/ });

/** Three queries whose server answers -21, also to each new token. */
async function neverAccepting(support?: SupportDesk) {
  const reauth = fakeReauth();
  const server = fakeServer();
  server.revoke();
  const client = createTencentErrorClient({ reauth, support });
  const queries = { retry: tencentRetry(client), retryDelay: tencentRetryDelay(client) };
  const queryClient = new QueryClient({ defaultOptions: { queries } });
  attachTencentErrors(queryClient, client);
  const Part = ({ name }: { readonly name: string }): ReactElement => {
    const query = useQuery({ queryKey: [name], queryFn: () => server.call(name) });
    return <ErrorNotice error={query} />;
  };
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        {names.map((name) => (
          <Part key={name} name={name} />
        ))}
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  await vi.advanceTimersByTimeAsync(1000);
  return { reauth, server, client };
}

/** For five minutes a person clicks whatever offers to sign in, and signs in each time. */
async function signInStubbornly({ reauth }: Awaited<ReturnType<typeof neverAccepting>>, pauseMs: number) {
  const dialog = page.getByRole("dialog");
  for (let passedMs = 0; passedMs < 290_000; passedMs += Math.max(pauseMs, 20_000)) {
    if (dialog.elements().length === 0) await startButtons().first().click();
    else if (dialog.getByRole("button", { name: /again/ }).elements().length === 0)
      await dialog.getByRole("button", { name: "Close" }).click();
    else await dialog.getByRole("button", { name: /again/ }).click();
    reauth.end({ status: "succeeded" });
    await vi.advanceTimersByTimeAsync(pauseMs);
  }
}

test.each([
  ["at once", 2000],
  ["after more than a minute", 61_000],
])("a person who signs in again and again, each time %s, starts three times at most", async (_when, pauseMs) => {
  const at = await neverAccepting();
  await signInStubbornly(at, pauseMs);
  expect(at.reauth.starts).toBe(3);
  for (const name of names) {
    expect(at.server.countOf(name)).toBeGreaterThan(1);
    expect(at.server.countOf(name)).toBeLessThanOrEqual(1 + at.reauth.starts);
  }
});

const desk = ticketDesk({ url: "https://app.example/help" });

test.each([
  ["the app's desk", desk, "Contact support"],
  ["a report", undefined, en.words.actions.copyReport],
])("a code that comes back right after a success is said in words, with %s and no further start", async (...row) => {
  const [, support, way] = row;
  const at = await neverAccepting(support);
  await page.getByRole("dialog").getByRole("button", { name: "Sign in again with QQ" }).click();
  at.reauth.end({ status: "succeeded" });
  await vi.advanceTimersByTimeAsync(2000);
  const dialog = page.getByRole("dialog");
  await expect.element(dialog.getByText(en.words.reasons.loop)).toBeVisible();
  const help = dialog.getByText(way, { exact: true }).element();
  expect(help.getAttribute("href")).toBe(support?.url ?? null);
  expect(help.getAttribute("data-emphasis")).toBe("primary");
  expect(dialog.getByRole("button", { name: /again/ }).elements()).toEqual([]);
  expect(names.map(at.server.countOf)).toEqual([2, 2, 2]);
  expect(at.reauth.starts).toBe(1);
});
