import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { codeTable, publicSamples } from "../../src/cli/publicData.js";
import { allPages } from "../../src/cli/pages/pages.js";
import en from "../../src/locales/en.js";
import zhCN from "../../src/locales/zh-CN.js";
import { runWith } from "./fakeIo.js";

const pages = new Map(allPages().map(({ path, text }) => [path, text]));
const text = readFileSync(new URL("../fixtures/wireSamples.jsonl", import.meta.url), "utf8");

describe("pages", () => {
  test("are 196: each of the 98 codes in Chinese and in English", () => {
    expect(codeTable()).toHaveLength(98);
    expect([...pages.keys()].sort()).toEqual(
      ["en", "zh-CN"].flatMap((tag) => codeTable().map(({ code }) => `${tag}/${code}.html`)).sort(),
    );
  });

  test("link only to each other and to public addresses, and every link is there", () => {
    for (const [path, page] of pages)
      for (const [, to = ""] of page.matchAll(/\b(?:href|src)="([^"]*)"/g)) {
        if (/^https:\/\/[^/]+\.[a-z]+\//.test(to)) continue;
        expect(pages.has(posix.join(posix.dirname(path), to)), `${to} of ${path}`).toBe(true);
      }
  });

  test("are one file each: no script, nothing to fetch, at most 30 KB", () => {
    for (const [path, page] of pages) {
      expect(page, path).not.toMatch(/<script|<img|<iframe|@import|url\(|\bon\w+="|<link rel="stylesheet/);
      expect(new TextEncoder().encode(page).length, path).toBeLessThanOrEqual(30 * 1024);
    }
  });

  test("say what the kit says, to users and to developers", () => {
    expect(pages.get("en/-73.html")).toContain(en.words.titles[-73]);
    expect(pages.get("zh-CN/-73.html")).toContain(zhCN.words.titles[-73]);
    expect(pages.get("en/100016.html")).toContain("ACCESS_TOKEN_CHECK_FAILED");
    expect(pages.get("zh-CN/100016.html")).toContain(zhCN.developer.codes[100016]);
  });

  test("show real answers as text, with their sources", () => {
    const page = pages.get("en/100016.html") ?? "";
    const real = publicSamples(text).filter(({ code, evidence }) => code === 100016 && evidence !== "constructed");
    expect(real.length).toBeGreaterThan(0);
    for (const { httpStatus } of real) expect(page).toContain(`HTTP ${httpStatus}`);
    expect(page).toContain("seen in an app");
    expect(pages.get("en/-58.html")).not.toContain("seen in an app");
  });

  test("end each link to the other language at the same code", () => {
    for (const path of pages.keys()) {
      const [tag = "", file = ""] = path.split("/");
      expect(pages.get(path)).toContain(`href="../${tag === "en" ? "zh-CN" : "en"}/${file}"`);
    }
  });
});

test("the command writes them below a folder", async () => {
  const { code, out, written } = await runWith(["pages", "--out", "public/codes"]);
  expect(code).toBe(0);
  expect(Object.keys(written)).toHaveLength(196);
  expect(written["public/codes/zh-CN/-1.html"]).toBe(pages.get("zh-CN/-1.html"));
  expect(out).toContain('docs: "/codes/en/{code}.html"');
  expect(Object.keys((await runWith(["pages", "--json"])).written)[0]).toMatch(/^tencent-codes\//);
});

test("samples.json has every answer of the corpus, and no source that only its finder could follow", () => {
  const samples = publicSamples(text);
  expect(samples).toHaveLength(text.trim().split("\n").length);
  expect(JSON.stringify(samples)).not.toContain("gh-index");
  expect(samples.filter(({ source, evidence }) => source === "" || evidence.length === 0)).toEqual([]);
});
