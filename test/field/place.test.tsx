import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { describe, expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type Locale } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import ar from "../../src/locales/ar.js";
import de from "../../src/locales/de.js";
import en from "../../src/locales/en.js";
import ru from "../../src/locales/ru.js";
import zhCN from "../../src/locales/zh-CN.js";
import { attachTencentErrors } from "../../src/query.js";
import "../../src/styles/styles.css";
import { fakeReauth, type FakeReauth } from "../../src/testing/fakeReauth.js";

/** TypeScript's own list of the browser's entries lacks it. */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[];
}

interface Place {
  readonly flow: FakeReauth;
  /** Where what lies below the notice was since `watch`, frame by frame, without repetitions: until the call went well, and in all. */
  tops(): { readonly before: readonly number[]; readonly all: readonly number[] };
  /** What the notice said meanwhile. */
  said(): string;
  /** How often the browser itself says that it was shifted. */
  shifts(): number;
  /** How often the call was answered. */
  answered(): number;
  watch(): void;
}

const notice = (): HTMLElement | null => document.querySelector("[data-part=notice]");
const healed = (): HTMLElement | null => document.querySelector(":not([data-part=prompt]) > [data-part=healed]");
const frames = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) await new Promise(requestAnimationFrame);
};

/** A page whose one query gets these answers, as an app has it: a notice above what it is about, or the region. */
async function open(locale: Locale, inRegion: boolean, answers: object[]): Promise<Place> {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  attachTencentErrors(queryClient, client);
  let answered = 0;
  let isWell = false;
  function Friends(): ReactElement {
    const query = useQuery({
      queryKey: ["friends"],
      async queryFn() {
        await frames(12);
        answered += 1;
        isWell = answers.length === 0;
        return client.unwrap(answers.shift() ?? { ret: 0 });
      },
    });
    return <>{inRegion ? null : <ErrorNotice error={query} />}</>;
  }
  const screen = await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={locale}>
        {inRegion ? <ErrorNoticeRegion /> : null}
        <Friends />
        <p id="below">Below</p>
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  await expect.poll(notice).not.toBeNull();
  await frames(3);
  const before: number[] = [];
  const all: number[] = [];
  let said = "";
  let shifts = 0;
  let isOver = false;
  const below = screen.container.querySelector("#below");
  const look = (): void => {
    const top = Math.round(below?.getBoundingClientRect().top ?? 0);
    for (const tops of isWell ? [all] : [before, all]) if (tops.at(-1) !== top) tops.push(top);
    const text = notice()?.textContent ?? "";
    if (!said.endsWith(text)) said += text;
    if (!isOver) requestAnimationFrame(look);
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[])
      shifts += entry.sources.filter(({ node }) => node === below).length;
  });
  onTestFinished(() => {
    isOver = true;
    observer.disconnect();
  });
  return {
    ...{ flow, tops: () => ({ before, all }), said: () => said, shifts: () => shifts, answered: () => answered },
    watch() {
      observer.observe({ type: "layout-shift" });
      look();
    },
  };
}

describe.each([
  ["a notice", false],
  ["the region", true],
])("what lies below %s", (_where, inRegion) => {
  test.each(
    [zhCN, en, de, ru, ar].flatMap((locale) => [1280, 420].map((width) => [locale.tag, width, locale] as const)),
  )("stays where it is through a sign-in: %s at %i px", async (_tag, width, locale) => {
    await page.viewport(width, 800);
    const { flow, tops, said, watch } = await open(locale, inRegion, [{ ret: -73, msg: "changed" }]);
    watch();
    await page.getByRole("dialog").getByRole("button", { name: locale.words.actions.reauthorize }).click();
    for (const status of ["waiting", "verifying"] as const) {
      flow.progress({ status });
      await frames(4);
    }
    flow.end({ status: "succeeded", accountId: "1" });
    await expect.poll(notice).toBeNull();
    await frames(3);
    expect(said()).toContain(locale.words.prompt.succeeded.title);
    const { before, all } = tops();
    expect(before).toHaveLength(1);
    // it closes up, and never makes more room
    expect(all).toEqual([...all].sort((a, b) => b - a));
    expect(all.length).toBeGreaterThan(1);
  });

  test("stays where it is while the call is sent again, twice in vain, and while its success is told", async () => {
    await page.viewport(420, 800);
    const limited = { ret: -6, msg: "too often" };
    const { tops, said, shifts, answered, watch } = await open(en, inRegion, [limited, limited, limited]);
    watch();
    const retry = page.getByRole("button", { name: en.words.actions.retry });
    for (const sent of [2, 3]) {
      await retry.click();
      await expect.poll(answered).toBe(sent);
      await expect.poll(() => notice()?.dataset["state"]).not.toBe("retrying");
      // off the notice and on again
      await userEvent.hover(document.querySelector("#below") ?? document.body);
      await frames(3);
    }
    expect(said()).toContain(en.words.labels.retrying);
    await retry.click();
    await expect.poll(() => healed()?.textContent).toBe(en.words.labels.healed);
    await frames(10);
    expect(tops().all).toHaveLength(1);
    expect(shifts()).toBe(0);
    await expect.poll(healed).toBeNull();
    expect(tops().all.at(-1)).toBeLessThan(tops().all[0] ?? 0);
  });
});
