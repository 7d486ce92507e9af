import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import "../../src/styles/styles.css";
import type { UserLocale } from "../../src/core.js";
import { wholeWords } from "../../src/i18n/wholeWords.js";
import ja from "../../src/locales/ja.js";
import ko from "../../src/locales/ko.js";
import zhCN from "../../src/locales/zh-CN.js";
import zhHK from "../../src/locales/zh-HK.js";
import zhTW from "../../src/locales/zh-TW.js";

/** All that a language says in whole sentences, with short values in the place of names and numbers. */
function sentencesOf(locale: UserLocale): readonly string[] {
  const { categories, codes, prompt, reasons, ticket, labels } = wholeWords(locale.words);
  const all: unknown[] = [categories, codes, prompt, reasons, ticket, labels];
  const texts = (value: unknown): readonly string[] =>
    typeof value === "string" ? [value] : Object.values(value as object).flatMap(texts);
  return [...new Set(all.flatMap(texts).map((text) => text.replaceAll(/\{\w+\}/g, "12")))];
}

const widths = [320, 343, 360, 375, 390, 414, 430, 480];
const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** How many letters the last line of a text has; infinite where it is the only one. */
function lastLine(element: Element): number {
  const node = element.firstChild as Text;
  const range = document.createRange();
  const tops = Array.from(node.data, (_letter, index) => {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return Math.round(range.getBoundingClientRect().top);
  });
  const last = Math.max(...tops);
  if (last - Math.min(...tops) < 8) return Infinity;
  return letters(
    Array.from(node.data)
      .filter((_letter, index) => last - (tops[index] ?? 0) < 8)
      .join(""),
  );
}

function Sentences({ locale }: { readonly locale: UserLocale }): ReactElement {
  return (
    <div className="te-prompt" lang={locale.tag}>
      {sentencesOf(locale).map((text) => (
        <p key={text} className="te-prompt-description">
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}

async function aloneAt(width: number): Promise<readonly string[]> {
  await page.viewport(width, 800);
  return [...document.querySelectorAll("p > span")]
    .filter((text) => lastLine(text) < 2)
    .map((text) => `${String(width)} px: ${text.textContent}`);
}

test.each([zhCN, zhTW, zhHK, ja, ko])("$tag: no sentence leaves one letter alone on its last line", async (locale) => {
  await render(<Sentences locale={locale} />);
  const alone: string[] = [];
  for (const width of widths) alone.push(...(await aloneAt(width)));
  await page.viewport(414, 896);
  expect(alone).toEqual([]);
});

test("without the sheet's `text-wrap` some do", async () => {
  await render(<Sentences locale={zhCN} />);
  document.querySelector<HTMLElement>(".te-prompt")?.style.setProperty("text-wrap", "wrap");
  const alone: string[] = [];
  for (const width of widths) alone.push(...(await aloneAt(width)));
  await page.viewport(414, 896);
  expect(alone.length).toBeGreaterThan(0);
});
