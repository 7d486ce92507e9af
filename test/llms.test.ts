import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import kit from "../package.json" with { type: "json" };
import { generated } from "../scripts/llms.mjs";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test.each(Object.entries(generated()))("%s is as `npm run update:api` writes it", (path, text) => {
  expect(read(path)).toBe(text);
});

test("the skill says in its head when to use it, and is in the package with both texts", () => {
  const skill = read("skills/tencent-error-kit/SKILL.md");
  const [, head = ""] = /^---\n([\s\S]*?)\n---\n/.exec(skill) ?? [];
  expect(head).toMatch(/^name: tencent-error-kit$/m);
  expect(/^description: (.+)$/m.exec(head)?.[1]?.length).toBeLessThanOrEqual(1024);
  expect(kit.files).toEqual(expect.arrayContaining(["skills", "llms.txt", "llms-full.txt"]));
});

test("the skill names only commands, flags and entries that are there", () => {
  const skill = read("skills/tencent-error-kit/SKILL.md");
  const help = read("src/cli/help.ts");
  const flags = [...skill.matchAll(/(?<![-\w])--([a-z][a-z-]+)(?=[\s`])/g)].map(([, flag = ""]) => flag);
  expect(flags.filter((flag) => !help.includes(`--${flag}`))).toEqual([]);
  const entries = [...skill.matchAll(/`tencent-error-kit\/([\w./-]+)`/g)].map(([, entry = ""]) => entry);
  const known = Object.keys(kit.exports).map(
    (entry) => new RegExp(`^${entry.slice(2).replaceAll(".", "\\.").replace("*", "\\w+")}$`),
  );
  expect(entries.filter((entry) => !known.some((pattern) => pattern.test(entry)))).toEqual([]);
});

test("README says in its first lines that it is unofficial, and links only to addresses", () => {
  for (const [page, word] of [
    ["README.md", "Unofficial"],
    ["README.zh-CN.md", "非官方"],
  ] as const) {
    const text = read(page);
    expect(text.split("\n").slice(0, 4).join()).toContain(word);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
      ([, link, source]) => link ?? source ?? "",
    );
    expect(links.filter((link) => !/^https:\/\/|^#/.test(link))).toEqual([]);
  }
});
