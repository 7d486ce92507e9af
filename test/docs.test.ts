import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mayImport } from "./architecture/floors.js";

const root = new URL("../", import.meta.url);
const pages = [
  ...["CONTRIBUTING.md", "README.md", "README.zh-CN.md", "SECURITY.md", "llms.txt", "bench/README.md"],
  ...["examples/README.md", ...pagesIn("docs", ".md"), ...pagesIn("stories", ".mdx"), ...pagesIn("stories", ".md")],
];
/** Folders that a path may leave out, as CONTRIBUTING does with `src`, and recipes with what `init` writes. */
const homes = ["", "src/", "src/styles/", "bench/", "registry/"];
/** What is built, and what a page describes in an app. */
const elsewhere =
  /^(?:dist|tencent-error-kit|storybook-static|results|app|public|node_modules|test-results|\.ci\/results)\/|tencentCallback\./;

test.each(pages)("%s names only files that are there", (page) => {
  const missing = pathsIn(read(page)).filter(
    (path) => !elsewhere.test(path) && !homes.some((home) => existsSync(new URL(home + path, root))),
  );
  expect(missing).toEqual([]);
});

test.each(pages)("%s links only to files that are there", (page) => {
  const links = [...withoutCode(read(page)).matchAll(/\]\((\.{0,2}[\w./-]+?)(?:#[\w-]*)?\)/g)].map(([, to = ""]) => to);
  expect(links.filter((to) => !existsSync(new URL(to, new URL(page, root))))).toEqual([]);
});

describe("CONTRIBUTING.md", () => {
  const text = read("CONTRIBUTING.md");

  test("says what each npm script does", () => {
    const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(read("package.json"));
    expect(namesIn(text, "Programs").sort()).toEqual(Object.keys(scripts).sort());
  });

  test("leads to names that the file before them has", () => {
    const quoted = [
      ...sectionOf(text, "Where to look")
        .split(/^- /m)
        .slice(1)
        .join("")
        .matchAll(/`([^`\s]+)`/g),
    ].map(([, found = ""]) => found);
    let source = "";
    const missing = quoted.filter((found) => {
      const home = homes.find((home) => /\w\.\w+$/.test(found) && existsSync(new URL(home + found, root)));
      if (home !== undefined) source = read(home + found);
      return /\.[jt]sx?$/.test(found) ? home === undefined : /^[a-z]\w+$/i.test(found) && !source.includes(found);
    });
    expect(missing).toEqual([]);
  });

  test("puts a folder on a floor above all that it may import", () => {
    const floors = new Map(
      [...sectionOf(text, "The map").matchAll(/^\| +(\d) \| `(\w+)`/gm)].map(([, floor, name = ""]) => [
        name,
        Number(floor),
      ]),
    );
    const wrong = [...floors].flatMap(([name, floor]) =>
      (mayImport[name] ?? [])
        .filter((lower) => !((floors.get(lower) ?? floor) < floor))
        .map((lower) => `${name}: ${lower}`),
    );
    expect(wrong).toEqual([]);
  });

  test("has each folder of src on its map", () => {
    const folders = readdirSync(new URL("src/", root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const section = sectionOf(text, "The map");
    expect(folders.map(({ name }) => name).filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
  });
});

test("docs/decisions.md has its records in order, each once in the list at its top", () => {
  const [top = "", ...records] = read("docs/decisions.md").split("\n## ");
  const numbers = records.map((record) => parseInt(record, 10));
  const listed = [...top.matchAll(/^- .*: ([\d, \n]+)/gm)].flatMap(([, found = ""]) => found.split(",").map(Number));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(listed.sort((a, b) => a - b)).toEqual(numbers);
});

test("a path that is not there is found", () => {
  expect(pathsIn("See `client/gone.ts` and `docs/gone.md`, not `./core` and `text/html`.")).toEqual([
    "client/gone.ts",
    "docs/gone.md",
  ]);
});

function read(page: string): string {
  return readFileSync(new URL(page, root), "utf8");
}

function pagesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(ending) && !path.startsWith("docs/api/"));
}

/** Files named in backticks, and what lies below a folder of this repository. Patterns such as `*.css` are none. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...withoutCode(text).matchAll(/`([^`\s]+)`/g)].map(([, path = ""]) => path);
  return quoted.filter(
    (path) =>
      /^(?:\.?[\w-]+\/)+[\w.-]+\.(?:tsx?|m?js|css|mdx?|jsonl?|tsv|html)$/.test(path) ||
      /^(?:src|test|docs|scripts|stories|examples|bench)(?:\/[\w.-]+)+\/?$/.test(path),
  );
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "");
}

function sectionOf(text: string, title: string): string {
  const [, section = ""] = text.split(`\n## ${title}\n`);
  return section.split("\n## ")[0] ?? "";
}

function namesIn(text: string, title: string): string[] {
  return [...sectionOf(text, title).matchAll(/^\| `([\w:]+)`/gm)].map(([, name = ""]) => name);
}
