import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "../../src/locales/en.js";
import zhCN from "../../src/locales/zh-CN.js";
import { titlesIn } from "../titlesIn.js";

const root = new URL("../../", import.meta.url);
const lines = readFileSync(new URL("docs/accessibility.md", root), "utf8").split("\n");
const rows = lines.flatMap((line) => {
  const [, criterion, level, title, file] = /^\| (\d\.\d\.\d+) .*\| (A{1,2}) +\| (.*) — (\S+) +\|$/.exec(line) ?? [];
  return criterion === undefined ? [] : [{ criterion, level, title: title ?? "", file: file ?? "" }];
});

// prettier-ignore
const criteria = [
  "1.1.1", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.4.1", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
  "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.3", "2.4.4", "2.4.6", "2.4.7", "2.4.11",
  "2.5.1", "2.5.2", "2.5.3", "2.5.7", "2.5.8",
  "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

test("each of the 43 criteria has a proof, and each test that is named exists", () => {
  expect(criteria).toHaveLength(43);
  expect(rows.map(({ criterion }) => criterion)).toEqual(criteria);
  expect(rows.filter(({ file, title }) => !titlesIn(file).some((each) => each.includes(title)))).toEqual([]);
});

test("1.3.3: no sentence points at a colour or a place", () => {
  const senses =
    /\b(?:red|green|blue|yellow|grey|round|on the (?:left|right)|above|below|at the (?:top|bottom))\b|[红绿蓝黄灰]色|[左右]侧|[左右]边|上方|下方/u;
  const sentences = [en, zhCN].flatMap((locale) => textsOf(locale));
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences.filter((text) => senses.test(text))).toEqual([]);
  expect(senses.test("Press the red button on the left")).toBe(true);
});

test("1.4.5, 2.5.7: no picture, no dragging", () => {
  const files = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:tsx?|css)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((file) =>
    /<img|<canvas|url\(|\bdraggable|onDrag|dragstart|onTouchMove/.test(
      readFileSync(new URL(`src/${file}`, root), "utf8"),
    ),
  );
  expect(found).toEqual([]);
});

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
