import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import kit from "../package.json" with { type: "json" };
import budgets from "../scripts/sizes.json" with { type: "json" };
import { publicNames } from "./publicNames.js";

const entries = import.meta.glob<Record<string, unknown>>("../src/*.ts");
const flows = import.meta.glob<Record<string, unknown>>("../src/flows/*.ts");
const inSource = (path: string): string => path.replace("../src/", "");
/** The entries of the package that lead to one module, as `./dist/….js`. */
const exported = Object.values<string | { default: string }>(kit.exports)
  .map((entry) => (typeof entry === "string" ? entry : entry.default))
  .filter((path) => path.endsWith(".js"));

test("every entry has its list of names", () => {
  expect(Object.keys(entries).map(inSource).sort()).toEqual(Object.keys(publicNames).sort());
});

test.each(Object.entries(entries))("%s gives the listed names and no other", async (path, load) => {
  expect(Object.keys(await load()).sort()).toEqual([...(publicNames[inSource(path)] ?? [])].sort());
});

test.each(Object.entries(flows))("%s gives one flow, called as the file", async (path, load) => {
  expect(Object.keys(await load())).toEqual([/(\w+)\.ts$/.exec(path)?.[1]]);
});

test("the package exports every entry, and folders of entries by a wildcard", () => {
  const single = exported.filter((path) => !path.includes("*"));
  expect(single.sort()).toEqual(
    Object.keys(entries)
      .map((path) => `./dist/${inSource(path).replace(".ts", ".js")}`)
      .sort(),
  );
  for (const path of exported.filter((each) => each.includes("*"))) {
    const folder = path.replace("./dist/", "../src/").replace("*.js", "");
    expect(existsSync(fileURLToPath(new URL(folder, import.meta.url))), path).toBe(true);
  }
});

test("older TypeScript finds the types of every entry, and check:sizes weighs each", () => {
  const single = Object.keys(entries)
    .map((path) => inSource(path).replace(".ts", ""))
    .filter((name) => name !== "index");
  const older = Object.keys(kit.typesVersions["*"]);
  expect(single.filter((name) => !older.includes(name))).toEqual([]);
  const weighed = new Set(budgets.map(({ entry }) => entry));
  const unweighed = single.filter((name) => !weighed.has(`./${name}`));
  // the languages are weighed one by one, and no app ships the sandbox
  expect(unweighed.sort()).toEqual(["locales", "testing"]);
});

test("no entry depends on a package that an app has not chosen", () => {
  expect(kit).not.toHaveProperty("dependencies");
  expect(Object.keys(kit.peerDependencies).sort()).toEqual(["@tanstack/react-query", "react", "react-dom"]);
});
