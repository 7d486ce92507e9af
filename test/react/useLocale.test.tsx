import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render, type RenderResult } from "vitest-browser-react";
import { createTencentErrorClient, type Locale } from "../../src/core.js";
import { ErrorNotice, TencentErrorProvider, type TencentErrorProviderProps } from "../../src/index.js";
import en from "../../src/locales/en.js";
import ja from "../../src/locales/ja.js";
import zhCN from "../../src/locales/zh-CN.js";

const client = createTencentErrorClient();
const offline = { ret: -999 };
const titleIn = (locale: Locale): string => locale.words.categories.unknown.title;

async function shown(props: Partial<TencentErrorProviderProps>): Promise<RenderResult> {
  return render(
    <TencentErrorProvider client={client} locale={en} {...props}>
      <ErrorNotice error={offline} />
    </TencentErrorProvider>,
  );
}

test("a language whose chunk fails twice: words at once, the right ones after a remount, nothing reloaded", async () => {
  const navigations = performance.getEntriesByType("navigation").length;
  let isDown = true;
  const loadLocale = vi.fn(async (): Promise<Locale> => {
    if (isDown) throw new TypeError("Failed to fetch dynamically imported module");
    return ja;
  });
  const props = { locale: "ja", loadLocale, fallbackLocale: zhCN };
  for (const mount of ["first", "second"]) {
    loadLocale.mockClear();
    const screen = await shown(props);
    expect(document.querySelector("[data-part=title]")?.textContent, mount).toBe(titleIn(zhCN));
    await expect.poll(() => loadLocale.mock.settledResults[0]?.type).toBe("rejected");
    await expect.element(page.getByText(titleIn(zhCN), { exact: true }).first()).toBeVisible();
    await screen.unmount();
  }
  isDown = false;
  await shown(props);
  await expect.element(page.getByText(titleIn(ja), { exact: true }).first()).toBeVisible();
  expect(document.querySelector("[data-part=notice]")?.getAttribute("lang")).toBe("ja");
  expect(performance.getEntriesByType("navigation")).toHaveLength(navigations);
});

test(
  "a chunk that the network refuses twice, by the browser's own import of one address",
  { tags: ["F73"] },
  async () => {
    const navigations = performance.getEntriesByType("navigation").length;
    const chunk = `/flaky-chunk.js?is=/src/locales/ja.ts&fails=2&run=${String(Math.random())}`;
    const asked = vi.fn(async (): Promise<Locale> => {
      const module = (await import(/* @vite-ignore */ chunk)) as { readonly default: Locale };
      return module.default;
    });
    for (const expected of [zhCN, zhCN, ja]) {
      asked.mockClear();
      const screen = await shown({ locale: "ja", loadLocale: asked, fallbackLocale: zhCN });
      expect(document.querySelector("[data-part=title]")?.textContent).toBe(titleIn(zhCN));
      await expect.poll(() => asked.mock.settledResults[0]?.type).toBe(expected === ja ? "fulfilled" : "rejected");
      await expect.element(page.getByText(titleIn(expected), { exact: true }).first()).toBeVisible();
      await screen.unmount();
    }
    expect(performance.getEntriesByType("navigation")).toHaveLength(navigations);
  },
);

test.each<[what: string, load: () => unknown]>([
  [
    "throws at once",
    () => {
      throw new Error("no");
    },
  ],
  ["gives no promise", () => undefined],
  ["gives something else", async () => ({})],
  ["gives a module instead of its language", async () => ({ default: ja })],
  ["gives half a language", async () => ({ ...ja, words: { categories: ja.words.categories } })],
])("a loader that %s leaves the page and the fallback's words", async (_what, load) => {
  const loadLocale = vi.fn(load as () => Promise<Locale>);
  await render(
    <TencentErrorProvider client={client} locale="ja" loadLocale={loadLocale} fallbackLocale={zhCN}>
      <h1>The app</h1>
      <ErrorNotice error={offline} />
    </TencentErrorProvider>,
  );
  await expect.poll(() => loadLocale.mock.calls.length).toBeGreaterThan(0);
  await expect.element(page.getByRole("heading", { name: "The app" })).toBeVisible();
  await expect.element(page.getByText(titleIn(zhCN), { exact: true }).first()).toBeVisible();
});

test("a wish that changes while it loads is answered with the last one", async () => {
  const answers = new Map<string, (locale: Locale) => void>();
  const loadLocale = (tag: string): Promise<Locale> => new Promise((resolve) => answers.set(tag, resolve));
  const screen = await shown({ locale: "zh-CN", loadLocale, fallbackLocale: en });
  await screen.rerender(
    <TencentErrorProvider client={client} locale="ja" loadLocale={loadLocale} fallbackLocale={en}>
      <ErrorNotice error={offline} />
    </TencentErrorProvider>,
  );
  answers.get("ja")?.(ja);
  answers.get("zh-CN")?.(zhCN);
  await expect.element(page.getByText(titleIn(ja), { exact: true }).first()).toBeVisible();
});

test("without a fallback the last words there are do until the language is there", async () => {
  await shown({ locale: "ja", loadLocale: () => new Promise(() => undefined), fallbackLocale: undefined });
  await expect.element(page.getByText("出了点问题 · Something went wrong", { exact: true }).first()).toBeVisible();
});

test("a tag without a way to load it is a mistake that is said", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await expect(shown({ locale: "ja" })).rejects.toThrow(/got no loadLocale/);
  quiet.mockRestore();
});

test("the app's sentences and its translations are on the page, counts too", async () => {
  const messages = { "actions.copyReport": "Copy this" };
  const translate = (id: string, { count }: Readonly<Record<string, string | number>>): string | undefined =>
    id === "labels.affected" ? `${String(count)} calls` : undefined;
  await render(
    <TencentErrorProvider client={client} locale={en} messages={messages} translate={translate}>
      <ErrorNotice error={[offline, { ret: -999 }]} />
    </TencentErrorProvider>,
  );
  await expect.element(page.getByRole("button", { name: "Copy this" })).toBeVisible();
  await expect.element(page.getByText("2 calls")).toBeVisible();
});

test.each([
  [
    "renderer",
    {
      children: () => {
        throw new Error("own");
      },
    },
  ],
  [
    "button",
    {
      components: {
        Button: () => {
          throw new Error("own");
        },
      },
    },
  ],
])("a %s of the app that throws leaves the page and the code", { tags: ["F72"] }, async (_what, props) => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <h1>The app</h1>
      <ErrorNotice error={offline} {...props} />
    </TencentErrorProvider>,
  );
  await expect.element(page.getByRole("heading", { name: "The app" })).toBeVisible();
  await expect.element(page.getByRole("alert")).toHaveTextContent("出了点问题 · Something went wrong -999");
  quiet.mockRestore();
});
