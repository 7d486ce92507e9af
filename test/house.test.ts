import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { barrels } from "./house/barrels.js";
import { circles } from "./house/circles.js";
import { floors } from "./house/floors.js";
import { names } from "./house/names.js";
import { platform } from "./house/platform.js";
import { rest } from "./house/rest.js";
import { seams } from "./house/seams.js";
import { sizes } from "./house/sizes.js";
import type { Rule, Sources } from "./house/Sources.js";

const folder = new URL("../src/", import.meta.url);
const house: Sources = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, folder), "utf8")]),
);

test("reads the whole house", () => {
  expect(Object.keys(house)).toEqual(expect.arrayContaining(["core.ts", "core/diagnose.ts", "locales/zh-CN.ts"]));
});

test.each<readonly [string, Rule]>([
  ["imports only downwards, and no stranger", floors],
  ["has no circles", circles],
  ["keeps core and catalog free of page and server", platform],
  ["passes names on at the doors only", barrels],
  ["calls a file what it exports", names],
  ["keeps files short", sizes],
  ["keeps a folder that is read to its kind", seams],
  ["does nothing when a module is loaded", rest],
])("%s", (_what, rule) => {
  expect(rule(house)).toEqual([]);
});

describe("bites on a planted fault:", () => {
  const long = "export const parse = 1;\n".padEnd(1000, "\n");
  // prettier-ignore
  test.each<readonly [string, Rule, Sources, string]>([
    ["a model that imports", floors, { "model/A.ts": 'import { b } from "../core/b.js";' }, "model/A.ts imports ./core/b"],
    ["a type from above", floors, { "core/a.ts": 'import type { B } from "../client/B.js";' }, "core/a.ts imports ./client/B"],
    ["a type in brackets from above", floors, { "core/a.ts": 'let b: import("../react/B.js").B;' }, "core/a.ts imports ./react/B"],
    ["a name passed on from above", floors, { "core/a.ts": 'export { b } from "../react/b.js";' }, "core/a.ts imports ./react/b"],
    ["a late import from above", floors, { "client/a.ts": 'const a = () => import("../react/b.js");' }, "client/a.ts imports ./react/b"],
    ["a catalog that knows steps", floors, { "catalog/aCodes.ts": 'import { b } from "../core/b.js";' }, "catalog/aCodes.ts imports ./core/b"],
    ["a component that reaches into core", floors, { "components/A.tsx": 'import { b } from "../core/b.js";' }, "components/A.tsx imports ./core/b"],
    ["a step that picks a language", floors, { "core/a.ts": 'import en from "../locales/en.js";' }, "core/a.ts imports ./locales/en"],
    ["a door with a flow built in", floors, { "index.ts": 'export { popupReauth } from "./flows/popupReauth.js";' }, "index.ts imports ./flows/popupReauth"],
    ["a room that goes through a door", floors, { "react/a.ts": 'import { b } from "../core.js";' }, "react/a.ts imports ./core"],
    ["a room that nobody planned", floors, { "extras/a.ts": 'import { b } from "../core/b.js";' }, "extras/a.ts imports ./core/b"],
    ["production code from the tests", floors, { "core/a.ts": 'import { b } from "../../test/b.js";' }, "core/a.ts imports ./../test/b"],
    ["a server behind ./testing", floors, { "testing.ts": 'import { serve } from "../test/sandbox/serve.js";' }, "testing.ts imports ./../test/sandbox/serve"],
    ["React below floor 4", floors, { "client/a.ts": 'import { useState } from "react";' }, "client/a.ts imports react"],
    ["a dependency", floors, { "core/a.ts": 'import { z } from "zod";' }, "core/a.ts imports zod"],
    ["a server's module", floors, { "core/a.ts": 'import { readFileSync } from "node:fs";' }, "core/a.ts imports node:fs"],
    ["a step that asks the command", floors, { "core/a.ts": 'import { b } from "../cli/b.js";' }, "core/a.ts imports ./cli/b"],
    ["a command with a page", floors, { "cli/a.ts": 'import { b } from "../components/b.js";' }, "cli/a.ts imports ./components/b"],
    ["a command that is no program", rest, { "cli/a.ts": "process.exit(1);" }, "cli/a.ts runs process.exit(1);"],
    ["a circle of two", circles, { "core/a.ts": 'import { b } from "./b.js";', "core/b.ts": 'import type { A } from "./a.js";' }, "./core/a > ./core/b > ./core/a"],
    ["a circle of three", circles, { "a.ts": 'import "./b.js";', "b.tsx": 'import "./c.js";', "c.ts": 'import "./a.js";' }, "./a > ./b > ./c > ./a"],
    ["the page in core", platform, { "core/a.ts": "export const a = () => document.title;" }, "core/a.ts: Cannot find name 'document'"],
    ["a question about the page", platform, { "core/a.ts": 'export const a = typeof window === "undefined";' }, "core/a.ts: Cannot find name 'window'"],
    ["the page by way of globalThis", platform, { "core/a.ts": "export const a = globalThis.localStorage;" }, "core/a.ts: Element implicitly has an 'any' type because type 'typeof globalThis'"],
    ["a type of the page", platform, { "catalog/a.ts": "export type A = Response;" }, "catalog/a.ts: Cannot find name 'Response'"],
    ["a call out of core", platform, { "core/a.ts": 'export const a = () => fetch("/a");' }, "core/a.ts: Cannot find name 'fetch'"],
    ["a barrel", barrels, { "core/index.ts": 'export { a } from "./a.js";' }, 'core/index.ts: export { a } from "./a.js";'],
    ["a door that lists no names", barrels, { "core.ts": 'export * from "./core/a.js";' }, 'core.ts: export * from "./core/a.js"; lists no names'],
    ["a file called otherwise", names, { "core/parse.ts": "export const parser = 1;" }, "core/parse.ts exports nothing of its name"],
    ["a file called almost so", names, { "core/Parse.ts": "export const parse = 1;" }, "core/Parse.ts exports nothing of its name"],
    ["a language without a default", names, { "locales/en.ts": "export const en = 1;" }, "locales/en.ts exports nothing of its name"],
    ["a vague file", names, { "core/types.ts": "export type types = 1;" }, 'core/types.ts: "types.ts" says nothing'],
    ["a vague export", names, { "client/flights.ts": "export const flights = 1;\nexport class FlightManager {}" }, 'client/flights.ts: "FlightManager" says nothing'],
    ["a vague folder", names, { "core/utils/parse.ts": "export const parse = 1;" }, 'core/utils/parse.ts: "utils" says nothing'],
    ["a long file", sizes, { "core/parse.ts": `${long}\nconst end = 1;` }, "core/parse.ts has 979 lines"],
    ["a flow's helper among the flows", seams, { "flows/openWindow.ts": "export function openWindow(): Window | null { return null; }" }, "flows/openWindow.ts: openWindow is not of the folder's kind"],
    ["a second export of a flow", seams, { "flows/a.ts": "export function a(): ReauthFlow {}\nexport const timeout = 1;" }, "flows/a.ts: timeout is not of the folder's kind"],
    ["a list among the languages", seams, { "locales/en.ts": "export default {};\nexport const tags = [];" }, "locales/en.ts: tags is not of the folder's kind"],
    ["a folder in a folder that is read", seams, { "flows/steps/a.ts": "export type A = 1;" }, "flows/steps/a.ts is not a module right in the folder"],
    ["a constant among the integrations", seams, { "integrations/swr.ts": "export const swr = 1;" }, "integrations/swr.ts: swr is not of the folder's kind"],
    ["a module that acts", rest, { "client/a.ts": 'addEventListener("online", start);' }, 'client/a.ts runs addEventListener("online", start);'],
    ["an import for its effect", rest, { "index.ts": 'import "./styles/styles.css";' }, 'index.ts runs import "./styles/styles.css";'],
  ])("%s", (_what, rule, planted, fault) => {
    expect(rule(planted).join("\n")).toContain(fault);
  });
});
