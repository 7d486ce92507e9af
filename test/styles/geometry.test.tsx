import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import type { Locale } from "../../src/core.js";
import { pseudoLocale } from "../../src/testing.js";
import { ErrorNotice } from "../../src/index.js";
import arabic from "../../src/locales/ar.js";
import english from "../../src/locales/en.js";
import chinese from "../../src/locales/zh-CN.js";
import "../../src/styles/styles.css";
import { onPage } from "../components/onPage.js";
import { controls, roots, surface, surfaces } from "./surfaces.js";

const modules = import.meta.glob<{ default: Locale }>("../../src/locales/*.ts", { eager: true });
const all = [
  ...Object.values(modules).map((module) => module.default),
  pseudoLocale(english, "en-XA"),
  pseudoLocale(english, "ar-XB"),
];
// The longest words, the tallest letters, both directions. `VITE_LANGUAGES=all` measures every one.
const widest = ["ru", "th", "ar", "en-XA"];
const languages = import.meta.env["VITE_LANGUAGES"] === "all" ? all : all.filter(({ tag }) => widest.includes(tag));

interface Condition {
  readonly name: string;
  readonly size: readonly [number, number];
  readonly sheet?: string;
}

// Text of twice its size on a small phone leaves 16 letters a line: there a word may break, and nothing may be lost.
const conditions: readonly Condition[] = [
  { name: "on a small phone", size: [320, 640] },
  { name: "on a small phone that lies on its side", size: [640, 320] },
  { name: "on a desk", size: [1280, 800] },
  { name: "with text of twice its size", size: [640, 640], sheet: ":root{--te-font-size:28px}" },
  { name: "with text of twice its size on a small phone", size: [320, 640], sheet: ":root{--te-font-size:28px}" },
  {
    name: "with the text spacing of WCAG 1.4.12",
    size: [320, 640],
    sheet:
      "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}",
  },
  { name: "with little space between", size: [320, 640], sheet: ":root{--te-space:6px;--te-control-height:28px}" },
];

let sheet: HTMLStyleElement;

beforeEach(() => {
  document.documentElement.style.setProperty("--te-motion-duration", "0ms");
  sheet = document.head.appendChild(document.createElement("style"));
});

afterEach(() => sheet.remove());

describe.each(conditions)("$name", ({ size, sheet: text = "" }) => {
  test.each(surfaces)(
    "$name: nothing flows over or is cut off, and all can be hit",
    { tags: ["WCAG-1.3.4", "WCAG-1.4.4", "WCAG-1.4.10", "WCAG-1.4.12"] },
    async ({ show }) => {
      await page.viewport(...size);
      sheet.textContent = text;
      const faults: string[] = [];
      for (const language of languages) {
        const { screen } = await show(language);
        faults.push(...[...overflowing(), ...tooSmall(24)].map((fault) => `${language.tag}: ${fault}`));
        await screen.unmount();
      }
      expect(faults).toEqual([]);
    },
  );
});

describe("under a finger", () => {
  beforeEach(async () => {
    await page.viewport(320, 640);
    await cdp().send("Emulation.setTouchEmulationEnabled", { enabled: true });
  });

  afterEach(async () => {
    await cdp().send("Emulation.setTouchEmulationEnabled", { enabled: false });
  });

  test.each(surfaces)("$name: targets are 44 px", { tags: ["WCAG-2.5.8"] }, async ({ show }) => {
    expect(matchMedia("(pointer: coarse)").matches).toBe(true);
    const { screen } = await show(english);
    expect(tooSmall(44)).toEqual([]);
    await screen.unmount();
  });
});

test.each(surfaces)("$name: the ring around what has the focus covers no text beside it", async ({ show }) => {
  await page.viewport(320, 640);
  const { screen } = await show(english);
  await userEvent.keyboard("{Tab}");
  const faults = controls().flatMap((element) => {
    element.focus({ focusVisible: true });
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
    if (outlineStyle === "none") return [`${named(element)} has none`];
    const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    return textAround(element, reach).map((text) => `${named(element)} covers "${text}"`);
  });
  expect(faults).toEqual([]);
  await screen.unmount();
});

/** The texts outside of an element that lie within so many pixels of it. */
function textAround(element: HTMLElement, px: number): string[] {
  const box = element.getBoundingClientRect();
  const found: string[] = [];
  for (const root of roots()) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const isNear = [...range.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          // a line is higher than its letters
          left < box.right + px && right > box.left - px && top + 2 < box.bottom + px && bottom - 2 > box.top - px,
      );
      if (isNear && !element.contains(text) && text.parentElement?.checkVisibility() === true)
        found.push((text.textContent ?? "").slice(0, 30));
    }
  }
  return found;
}

describe.each([
  { locale: english, columns: [80, 100, 120, 150, 240] },
  { locale: chinese, columns: [80, 100, 120, 150, 240] },
  { locale: arabic, columns: [80, 100, 120, 150] },
])("a line in a card, $locale.tag", ({ locale, columns }) => {
  test.each(columns)(
    "of %i px breaks no word, cuts nothing off and is as high while a sign-in waits",
    async (width) => {
      // cards are as narrow beside each other on a desk as on a phone
      for (const window of [375, 1280]) {
        await page.viewport(window, 700);
        const failed = { error: { ret: -73 }, data: undefined, refetch: (): void => undefined };
        const { client, flow, screen } = await onPage(
          <div style={{ inlineSize: width }}>
            <ErrorNotice error={failed} variant="line" />
          </div>,
          { locale },
        );
        expect([...overflowing(), ...tooSmall(24), ...torn(locale)]).toEqual([]);
        const { offsetHeight } = root();
        client.reauth.require(client.diagnose(failed.error));
        client.reauth.start();
        flow.progress({ status: "waiting" });
        await expect.poll(() => root().dataset["state"]).toBe("waiting");
        expect(root().textContent).toContain(locale.words.prompt.waiting.title);
        expect([...overflowing(), ...torn(locale)]).toEqual([]);
        expect(root().offsetHeight).toBe(offsetHeight);
        await screen.unmount();
      }
    },
  );

  const root = (): HTMLElement => roots()[0]!;
});

/** What is cut off, and words that do not stand on one line: of Chinese, lines of less than three characters. */
function torn({ tag }: Locale): string[] {
  const text = document.querySelector<HTMLElement>("[data-part=text]")!;
  const found = text.scrollWidth > text.clientWidth ? ["the text is cut off"] : [];
  const walker = document.createTreeWalker(roots()[0]!, NodeFilter.SHOW_TEXT);
  for (let part = walker.nextNode(); part !== null; part = walker.nextNode()) {
    for (const { 0: word, index } of (part.textContent ?? "").matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(part, index);
      range.setEnd(part, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      if (lines > (tag === "zh-CN" ? Math.ceil(word.length / 3) : 1)) found.push(word);
    }
  }
  return found;
}

test("a planted overflow and a planted small target are found", async () => {
  await page.viewport(320, 640);
  sheet.textContent =
    "[data-part=title]{display:inline-block!important;white-space:nowrap;inline-size:500px}[data-part=action]{min-block-size:0!important;block-size:20px;padding:0!important}";
  const { screen } = await surfaces[0]!.show(english);
  expect(overflowing().join()).toContain("title");
  expect(tooSmall(24).join()).toContain("action");
  await screen.unmount();
});

const seen = (): readonly HTMLElement[] =>
  roots().flatMap((root) =>
    [root, ...root.querySelectorAll<HTMLElement>("*")].filter((element) => element.checkVisibility()),
  );

/** What reaches out of the window or out of its own surface, and what hides a part of itself that can't be scrolled to. */
function overflowing(): string[] {
  const isWide = document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [];
  return [
    ...isWide,
    ...seen()
      // a drawing draws nothing outside of itself
      .filter((element) => !element.matches("svg *"))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const root = element.closest(surface);
        const around = root?.getBoundingClientRect() ?? { left: 0, right: 0 };
        const isOutside = left < around.left - 0.5 || right > around.right + 0.5 || left < 0 || right > innerWidth;
        return isOutside || hides(element);
      })
      .map(named),
  ];
}

function hides(element: HTMLElement): boolean {
  // a drawing has no text, and a field scrolls under who writes in it
  if (element.matches("svg, svg *, input, textarea, [data-part=progress], [data-part=avatar]")) return false;
  const { display, overflowX, overflowY, textOverflow } = getComputedStyle(element);
  // one row has room for so much
  if (textOverflow === "ellipsis" && element.closest("[data-variant=line]") !== null) return false;
  if (display === "inline") return false;
  const isWide = element.scrollWidth > element.clientWidth + 1;
  const isCut = element.scrollHeight > element.clientHeight + 1 && overflowY !== "visible" && overflowY !== "auto";
  return (isWide && element.clientWidth > 0) || isCut || overflowX === "hidden" || overflowX === "clip";
}

/** Targets that are hard to hit. What is taller than the window can be scrolled to. */
function tooSmall(px: number): string[] {
  return controls()
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < px - 0.5 || height < px - 0.5;
    })
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `${named(element)} is ${width.toFixed(0)} x ${height.toFixed(0)}`;
    });
}

function named(element: HTMLElement): string {
  const part = element.closest<HTMLElement>("[data-part]")?.dataset["part"] ?? "";
  return `${element.localName} in ${part} "${element.textContent.slice(0, 30)}"`;
}
