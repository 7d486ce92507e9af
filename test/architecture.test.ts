import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noBarrels } from "./architecture/noBarrels.js";
import { noCircles } from "./architecture/noCircles.js";
import { docstrings } from "./architecture/docstrings.js";
import { floors } from "./architecture/floors.js";
import { names } from "./architecture/names.js";
import { platform } from "./architecture/platform.js";
import { noSideEffects } from "./architecture/noSideEffects.js";
import { extensionFolders } from "./architecture/extensionFolders.js";
import { sizes } from "./architecture/sizes.js";
import type { Rule, Sources } from "./architecture/Sources.js";

const folder = new URL("../src/", import.meta.url);
const kit: Sources = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, folder), "utf8")]),
);

test("reads all of src", () => {
  expect(Object.keys(kit)).toEqual(expect.arrayContaining(["core.ts", "diagnose/diagnose.ts", "locales/zh-CN.ts"]));
});

test.each<readonly [string, Rule]>([
  ["imports only from lower floors, and no package", floors],
  ["has no import circles", noCircles],
  ["keeps the pure folders free of page and server globals", platform],
  ["re-exports in the entry points only", noBarrels],
  ["has no vague name, and none twice", names],
  ["keeps files to 150 lines, except tables", sizes],
  ["keeps to one kind of export in each extension folder", extensionFolders],
  ["does nothing when a module is loaded", noSideEffects],
  ["says of each export what it is", docstrings],
])("%s", (_what, rule) => {
  expect(rule(kit)).toEqual([]);
});

describe("finds a planted fault:", () => {
  const long = "export const parse = 1;\n".padEnd(1000, "\n");
  // prettier-ignore
  test.each<readonly [string, Rule, Sources, string]>([
    ["a model that imports", floors, { "model/A.ts": 'import { b } from "../diagnose/b.js";' }, "model/A.ts imports ./diagnose/b"],
    ["a type from a higher floor", floors, { "diagnose/a.ts": 'import type { B } from "../client/B.js";' }, "diagnose/a.ts imports ./client/B"],
    ["an inline type import from a higher floor", floors, { "diagnose/a.ts": 'let b: import("../react/B.js").B;' }, "diagnose/a.ts imports ./react/B"],
    ["a re-export from a higher floor", floors, { "diagnose/a.ts": 'export { b } from "../react/b.js";' }, "diagnose/a.ts imports ./react/b"],
    ["a dynamic import from a higher floor", floors, { "client/a.ts": 'const a = () => import("../react/b.js");' }, "client/a.ts imports ./react/b"],
    ["a catalog that imports the pipeline", floors, { "catalog/aCodes.ts": 'import { b } from "../diagnose/b.js";' }, "catalog/aCodes.ts imports ./diagnose/b"],
    ["a component that redacts by itself", floors, { "components/A.tsx": 'import { b } from "../privacy/b.js";' }, "components/A.tsx imports ./privacy/b"],
    ["a sign-in that imports a client", floors, { "oauth/a.ts": 'import type { A } from "../client/A.js";' }, "oauth/a.ts imports ./client/A"],
    ["words that import the pipeline", floors, { "i18n/a.ts": 'import { b } from "../diagnose/b.js";' }, "i18n/a.ts imports ./diagnose/b"],
    ["a client with a flow of its own", floors, { "client/a.ts": 'import { b } from "../oauth/b.js";' }, "client/a.ts imports ./oauth/b"],
    ["a name that two files export", names, { "client/a.ts": "export const call = 1;", "react/b.ts": "export type call = 1;" }, "react/b.ts: call is exported by client/a.ts too"],
    ["a step that imports a language", floors, { "diagnose/a.ts": 'import en from "../locales/en.js";' }, "diagnose/a.ts imports ./locales/en"],
    ["an entry with a flow built in", floors, { "index.ts": 'export { popupReauth } from "./flows/popupReauth.js";' }, "index.ts imports ./flows/popupReauth"],
    ["a folder that imports an entry", floors, { "react/a.ts": 'import { b } from "../core.js";' }, "react/a.ts imports ./core"],
    ["a folder without a floor", floors, { "extras/a.ts": 'import { b } from "../diagnose/b.js";' }, "extras/a.ts imports ./diagnose/b"],
    ["production code from the tests", floors, { "diagnose/a.ts": 'import { b } from "../../test/b.js";' }, "diagnose/a.ts imports ./../test/b"],
    ["a server in ./testing", floors, { "testing.ts": 'import { serve } from "../test/sandbox/serve.js";' }, "testing.ts imports ./../test/sandbox/serve"],
    ["React below floor 6", floors, { "client/a.ts": 'import { useState } from "react";' }, "client/a.ts imports react"],
    ["a dependency", floors, { "diagnose/a.ts": 'import { z } from "zod";' }, "diagnose/a.ts imports zod"],
    ["a module of Node", floors, { "diagnose/a.ts": 'import { readFileSync } from "node:fs";' }, "diagnose/a.ts imports node:fs"],
    ["a step that imports the command", floors, { "diagnose/a.ts": 'import { b } from "../cli/b.js";' }, "diagnose/a.ts imports ./cli/b"],
    ["a command that imports a component", floors, { "cli/a.ts": 'import { b } from "../components/b.js";' }, "cli/a.ts imports ./components/b"],
    ["a command that runs when it is loaded", noSideEffects, { "cli/a.ts": "process.exit(1);" }, "cli/a.ts runs process.exit(1);"],
    ["a circle of two", noCircles, { "diagnose/a.ts": 'import { b } from "./b.js";', "diagnose/b.ts": 'import type { A } from "./a.js";' }, "./diagnose/a > ./diagnose/b > ./diagnose/a"],
    ["a circle of three", noCircles, { "a.ts": 'import "./b.js";', "b.tsx": 'import "./c.js";', "c.ts": 'import "./a.js";' }, "./a > ./b > ./c > ./a"],
    ["a global of the page in the pipeline", platform, { "diagnose/a.ts": "export const a = () => document.title;" }, "diagnose/a.ts: Cannot find name 'document'"],
    ["a check for the page", platform, { "diagnose/a.ts": 'export const a = typeof window === "undefined";' }, "diagnose/a.ts: Cannot find name 'window'"],
    ["the page through globalThis", platform, { "diagnose/a.ts": "export const a = globalThis.localStorage;" }, "diagnose/a.ts: Element implicitly has an 'any' type because type 'typeof globalThis'"],
    ["a type of the page", platform, { "catalog/a.ts": "export type A = Response;" }, "catalog/a.ts: Cannot find name 'Response'"],
    ["a request from the pipeline", platform, { "diagnose/a.ts": 'export const a = () => fetch("/a");' }, "diagnose/a.ts: Cannot find name 'fetch'"],
    ["a barrel", noBarrels, { "diagnose/index.ts": 'export { a } from "./a.js";' }, 'diagnose/index.ts: export { a } from "./a.js";'],
    ["an entry that lists no names", noBarrels, { "core.ts": 'export * from "./diagnose/a.js";' }, 'core.ts: export * from "./diagnose/a.js"; lists no names'],
    ["a vague file", names, { "diagnose/types.ts": "export type types = 1;" }, 'diagnose/types.ts: "types.ts" says nothing'],
    ["a vague export", names, { "client/flights.ts": "export const flights = 1;\nexport class FlightManager {}" }, 'client/flights.ts: "FlightManager" says nothing'],
    ["a vague folder", names, { "diagnose/utils/parse.ts": "export const parse = 1;" }, 'diagnose/utils/parse.ts: "utils" says nothing'],
    ["a long file", sizes, { "diagnose/parse.ts": `${long}\nconst end = 1;` }, "diagnose/parse.ts has 979 lines"],
    ["a flow's helper among the flows", extensionFolders, { "flows/openWindow.ts": "export function openWindow(): Window | null { return null; }" }, "flows/openWindow.ts: openWindow is not of the folder's kind"],
    ["a second export of a flow", extensionFolders, { "flows/a.ts": "export function a(): ReauthFlow {}\nexport const timeout = 1;" }, "flows/a.ts: timeout is not of the folder's kind"],
    ["a list among the languages", extensionFolders, { "locales/en.ts": "export default {};\nexport const tags = [];" }, "locales/en.ts: tags is not of the folder's kind"],
    ["a folder in an extension folder", extensionFolders, { "flows/steps/a.ts": "export type A = 1;" }, "flows/steps/a.ts is not a module right in the folder"],
    ["a module with a side effect", noSideEffects, { "client/a.ts": 'addEventListener("online", start);' }, 'client/a.ts runs addEventListener("online", start);'],
    ["an export without a sentence", docstrings, { "client/a.ts": "/** Calls. */\nexport const call = 1;\nexport function heal(): void {}" }, "client/a.ts: heal says nothing to its caller"],
    ["an import for its effect", noSideEffects, { "index.ts": 'import "./styles/styles.css";' }, 'index.ts runs import "./styles/styles.css";'],
  ])("%s", (_what, rule, planted, fault) => {
    expect(rule(planted).join("\n")).toContain(fault);
  });
});
