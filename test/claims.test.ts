import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mutants } from "./mutants/mutants.mjs";

/** The sections with promises, by file. */
const promises: Readonly<Record<string, readonly string[]>> = {
  "README.md": ["What it does", "What it does not do"],
  "README.zh-CN.md": ["它做什么", "它不做什么"],
  "SECURITY.md": ["What the kit promises"],
};

describe.each(Object.entries(promises))("what %s promises", (file, titles) => {
  const items = titles.flatMap((title) => itemsOf(file, title));

  test("is a list", () => {
    expect(items.length).toBeGreaterThan(titles.length);
  });

  test.each(items)("names claims that have a mutant: %s", (item) => {
    const ids = [...item.matchAll(/\b[TFPL]\d{1,2}\b/g)].map(([id]) => id);
    expect(ids).not.toEqual([]);
    expect(ids.filter((id) => !mutants.some(({ proves }) => proves === id))).toEqual([]);
  });
});

/** The items of the list under a heading, each with the comment that names its claims. */
function itemsOf(file: string, title: string): readonly string[] {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const [, section = ""] = text.split(`\n## ${title}\n`);
  return (section.split("\n## ")[0] ?? "").split(/^- /m).slice(1);
}
