import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { TencentErrorProvider } from "../../src/index.js";
import { localeTags } from "../../src/locales.js";
import { loadLocale } from "../../src/locales.js";
import { SessionBanner, type SessionBannerProps } from "../../src/session.js";
import { sessionWords } from "../../src/components/session/sessionWords.js";
import en from "../../src/locales/en.js";
import { fakeReauth, ready } from "../../src/testing.js";

beforeEach(async () => {
  await ready();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function page(props: Partial<SessionBannerProps> = {}) {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const heard: string[] = [];
  const draw = (more: Partial<SessionBannerProps>) => (
    <TencentErrorProvider client={client} locale={en}>
      <input aria-label="text" />
      <SessionBanner expiresAt={Date.now() + 300_000} {...props} {...more} />
    </TencentErrorProvider>
  );
  const { container, rerender } = await render(draw({}));
  new MutationObserver(() => {
    const said = document.querySelector("[data-part=live]")?.textContent.trim() ?? "";
    if (said !== "" && heard.at(-1) !== said) heard.push(said);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  const later = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms);
    // React renders on a channel of its own
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  };
  await later(0);
  const banner = (): HTMLElement | null => container.querySelector("[data-part=session]");
  return {
    flow,
    client,
    heard,
    later,
    banner,
    container,
    again: async (more: Partial<SessionBannerProps>) => rerender(draw(more)),
  };
}

test("two minutes before the end a banner says so, and it is heard then and near the end, never in between", async () => {
  const { later, banner, heard, container } = await page();
  container.querySelector("input")?.focus();
  await later(179_000);
  expect(banner()).toBeNull();
  await later(2000);
  expect(banner()?.textContent).toBe("Your session ends in 2 minutesStay signed in");
  const shown = new Set<string>();
  for (let at = 0; at < 11; at += 1) {
    await later(10_000);
    shown.add(banner()?.querySelector("[data-part=title]")?.textContent ?? "");
  }
  expect([...shown]).toEqual([
    "Your session ends in 2 minutes",
    ...[60, 50, 40, 30, 20, 10].map((left) => `Your session ends in ${String(left)} seconds`),
  ]);
  expect(heard).toEqual(["Your session ends in 2 minutes", "Your session ends in 30 seconds"]);
  expect([document.activeElement?.tagName, document.querySelector("dialog")]).toEqual(["INPUT", null]);
  await later(11_000);
  expect(banner()).toBeNull();
});

test("its button starts the sign-in in the click, or does what the app says; a later end takes it away", async () => {
  const { later, banner, flow, again } = await page();
  await later(190_000);
  banner()?.querySelector("button")?.click();
  expect(flow.starts).toBe(1);
  await again({ expiresAt: Date.now() + 3_600_000 });
  await later(100);
  expect(banner()).toBeNull();
  const onStay = vi.fn();
  const other = await page({ onStay, aheadMs: 600_000 });
  await other.later(10);
  other.banner()?.querySelector("button")?.click();
  expect([onStay.mock.calls.length, other.flow.starts]).toEqual([1, 0]);
});

test("a token's exp is in seconds", async () => {
  const { later, banner } = await page({ expiresAt: Math.floor(Date.now() / 1000) + 300 });
  await later(185_000);
  expect(banner()?.textContent).toBe("Your session ends in 2 minutesStay signed in");
});

test.each([undefined, null, "no date", Number.NaN, Infinity, 0, Date.UTC(9999, 1)])(
  "nothing is shown and nothing breaks for %s",
  async (expiresAt) => {
    const { later, banner } = await page({ expiresAt });
    await later(600_000);
    expect(banner()).toBeNull();
  },
);

test("it speaks sixteen languages, with the number in each, and English in others", async () => {
  expect(localeTags).toHaveLength(16);
  const said = localeTags.map((tag) => sessionWords(tag, 115_000));
  expect(said.filter(({ ends, stay }) => ends.includes("{") || stay === "")).toEqual([]);
  const english = sessionWords("x-app", 115_000).ends;
  // a language that is new needs its sentences in components/session/sessionWords.ts
  expect(localeTags.filter((_tag, index) => said[index]?.ends === english)).toEqual(["en"]);
  expect(sessionWords("zh-CN", 115_000)).toEqual({ ends: "登录状态将在2分钟后结束", stay: "保持登录" });
  expect(sessionWords("ru", 61_000).ends).toBe("Сеанс завершится через 2 минуты");
  expect(sessionWords("x-app", 20_000).ends).toBe("Your session ends in 20 seconds");
  expect(await loadLocale("ja")).toMatchObject({ tag: "ja" });
});
