import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("./", import.meta.url);
const sources = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
const served = [...sources].filter(([name]) => name.endsWith(".ts") && !/\.test\.ts$|^serve\.ts$/.test(name));

test("needs nothing but the web platform and Hono, so that a service worker can be the sandbox", () => {
  expect(served.length).toBeGreaterThan(20);
  for (const [path, source] of served) {
    const code = source.replace(/\/\*\*[^]*?\*\//g, "");
    const imported = [...code.matchAll(/from "([^"]+)"/g)].map(([, name = ""]) => name);
    expect(
      imported.filter((name) => !/^(?:\.\/\w+\.js|hono(?:\/\w+)?)$/.test(name)),
      path,
    ).toEqual([]);
    expect(/\bprocess\.|\bBuffer\b|Math\.random|Date\.now\(/.exec(source), path).toBeNull();
  }
});
