import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dialects } from "../../src/catalog/dialects.js";
import type { DialectName } from "../../src/core.js";

/** Each name of the type, and the key of its number where the catalog has none. */
const names: Readonly<Record<DialectName, true>> = {
  ...{ openapi: true, oauth: true, redirect: true, pageText: true, qzone: true, weibo: true, wechat: true },
  ...{ wechatBot: true, wechatConsole: true, im: true, bot: true, cloud2: true, cloud3: true, cloudSession: true },
  ...{ ams: true, umi: true, envelope: true, problem: true, graphql: true, gateway: true, http: true },
  ...{ network: true, cancelled: true, foreign: true, unknown: true },
};

test("the type names each dialect of the catalog", () => {
  expect(dialects.filter(({ name }) => !(name in names)).map(({ name }) => name)).toEqual([]);
});

test.each(["docs/recipes/apps.md", "docs/recipes/apps.zh-CN.md"])("%s lists each with its keys", (page) => {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), "utf8");
  const [, table = ""] = text.split("| `dialect` ");
  const rows = table.split("\n\n")[0]?.match(/^\| `\w+` .*$/gm) ?? [];
  expect(rows.map((row) => /`(\w+)`/.exec(row)?.[1])).toEqual(Object.keys(names));
  for (const { name, codeKey } of dialects) {
    expect(rows.find((row) => row.startsWith(`| \`${name}\` `))).toContain(`\`${codeKey}\``);
  }
});
