import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { differences } from "./parity.js";

const root = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const namesIn = (folder: string): string[] => readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".md"));

/** An English page and the same in Chinese. */
const pairs: readonly (readonly [english: string, chinese: string])[] = [
  ["README.md", "README.zh-CN.md"],
  ...namesIn("stories/pages/en").map((name) => [`stories/pages/en/${name}`, `stories/pages/zh-CN/${name}`] as const),
  ...namesIn("docs/recipes")
    .filter((name) => !name.endsWith(".zh-CN.md"))
    .map((name) => [`docs/recipes/${name}`, `docs/recipes/${name.replace(/\.md$/, ".zh-CN.md")}`] as const),
];

test("every page of the documentation and every recipe has one", () => {
  expect(namesIn("stories/pages/zh-CN")).toEqual(namesIn("stories/pages/en"));
  expect(pairs).toHaveLength(1 + 8 + 8);
});

test.each(pairs)("%s says the same as %s", (english, chinese) => {
  expect(differences(read(english), read(chinese))).toEqual([]);
});

const page =
  "# A\n\nSee [it](./it.md).\n\n## B\n\n```ts\n// a word\nrun();\n```\n\n| a | b |\n| - | - |\n\n<img src='x.png'>\n";
const translated = page
  .replaceAll(/[AB]\n/g, "题\n")
  .replace("a word", "一个词")
  .replace("it.md", "it.zh-CN.md");

test("a translation has its own words, comments and neighbours", () => {
  expect(differences(page, translated)).toEqual([]);
});

test.each([
  ["a heading", (text: string) => text.replace("## 题\n\n", "")],
  ["the level of a heading", (text: string) => text.replace("## 题", "### 题")],
  ["a line of code", (text: string) => text.replace("run();\n", "")],
  ["a block of code", (text: string) => text.replace(/```ts[\s\S]*```\n/, "")],
  ["a link", (text: string) => text.replace("[it](./it.zh-CN.md)", "it")],
  ["a picture", (text: string) => text.replace(/<img.*>/, "")],
  ["a row", (text: string) => text.replace("| - | - |\n", "")],
])("%s that is missing is told", (_what, without) => {
  expect(differences(page, without(translated))).toHaveLength(1);
});
