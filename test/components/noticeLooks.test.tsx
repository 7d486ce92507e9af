import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import "../../src/styles/styles.css";
import { drawingFor } from "../../src/drawings.js";
import { ErrorNotice } from "../../src/index.js";
import ar from "../../src/locales/ar.js";
import de from "../../src/locales/de.js";
import en from "../../src/locales/en.js";
import ru from "../../src/locales/ru.js";
import zhCN from "../../src/locales/zh-CN.js";
import { localeText } from "../../src/i18n/localeText.js";
import { onPage } from "./onPage.js";

const nothing = (): void => undefined;
const heights = (): readonly number[] =>
  [...document.querySelectorAll("[data-part=notice]")].map((notice) => notice.getBoundingClientRect().height);

/** As wide as the pictures of the review. */
const room = { font: "14px/1.5 sans-serif", width: 584 };

describe.each([zhCN, en, de, ru, ar])("$tag", (locale) => {
  test("an inline notice is at most 100 px high, a line at most 40", async () => {
    await page.viewport(800, 600);
    const more = { onRetry: nothing, onDismiss: nothing };
    const { show } = await onPage(
      <div style={room}>
        {[{ ret: -21 }, { ret: 251004 }, { ret: -6 }].map((error) => (
          <ErrorNotice key={JSON.stringify(error)} {...more} error={error} />
        ))}
      </div>,
      { locale },
    );
    expect(heights()).toHaveLength(3);
    // a notice that was not painted yet has the height that the sheet estimates
    await expect.poll(() => Math.max(...heights())).toBeLessThanOrEqual(100);
    await show(
      <div style={room}>
        {[{ ret: -21 }, { ret: 251004 }, { ret: 100014 }].map((error) => (
          <ErrorNotice key={JSON.stringify(error)} {...more} error={error} variant="line" />
        ))}
      </div>,
    );
    await expect.poll(() => Math.max(...heights())).toBeLessThanOrEqual(40);
    await page.viewport(414, 896);
  });
});

test("a line has its title, the code, one button and a cross that is called by its name", async () => {
  await onPage(<ErrorNotice error={{ ret: 251004 }} variant="line" onRetry={nothing} onDismiss={nothing} />);
  await expect.element(page.getByText(en.words.categories.platform.title, { exact: true })).toBeVisible();
  await expect.element(page.getByText("251004")).toBeVisible();
  expect([...document.querySelectorAll("button")].map((button) => button.textContent)).toEqual(["Try again", "Close"]);
  await expect.element(page.getByRole("button", { name: "Close", exact: true })).toBeVisible();
});

test.each<readonly [unknown]>([[{ ret: -21 }], [new TypeError("Failed to fetch")], [{ ret: -6 }], [{ ret: -8 }]])(
  "a page of %o has a drawing in the place of the icon",
  async (error) => {
    await onPage(<ErrorNotice error={error} isThrown variant="page" illustration={drawingFor} />);
    expect(document.querySelector("[data-part=illustration] svg")?.getBoundingClientRect().width).toBe(160);
    expect(document.querySelector("[data-part=icon]")).toBeNull();
  },
);

test("a time of another day says which", () => {
  const { time } = localeText(en);
  const now = Date.now();
  expect(time(now)).not.toMatch(/[A-Z][a-z]{2} \d/);
  expect(time(now - 3 * 86_400_000)).toMatch(/^[A-Z][a-z]{2} \d+, \d+:\d\d/);
});

test("sizes follow the reader's own font size", async () => {
  await onPage(<ErrorNotice error={{ ret: -3 }} />);
  const size = (): string => getComputedStyle(document.querySelector("[data-part=title]") ?? document.body).fontSize;
  expect(size()).toBe("14px");
  document.documentElement.style.fontSize = "200%";
  expect(size()).toBe("28px");
  document.documentElement.style.fontSize = "";
});

test("below the fold it asks a grid for no width of its own, whatever it had before", async () => {
  await page.viewport(1200, 600);
  await onPage(
    <div style={{ display: "grid" }}>
      <div style={{ height: 3000 }} />
      <ErrorNotice error={{ ret: -73 }} />
    </div>,
  );
  document.querySelector("[data-part=notice]")?.scrollIntoView();
  await new Promise((resolve) => setTimeout(resolve, 100));
  scrollTo(0, 0);
  for (const width of [1200, 320]) {
    await page.viewport(width, 600);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  }
  await page.viewport(414, 896);
});
