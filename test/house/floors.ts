import { folderOf, importsOf } from "./importsOf.js";
import type { Sources } from "./Sources.js";

// prettier-ignore
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  catalog: ["model"],
  locales: ["model"],
  core: ["model", "catalog"],
  flows: ["model", "core"],
  client: ["model", "core"],
  react: ["model", "core", "client"],
  components: ["model", "react"],
  integrations: ["model", "core", "client", "react"],
  devtools: ["model", "core", "client"],
  testing: ["model", "catalog"],
  // The command is a program, not part of the kit: nothing imports it.
  cli: ["model", "catalog", "core", "locales"],
  // The doors. `flows` and `locales` are doors of their own, a file each.
  "": ["model", "catalog", "core", "client", "react", "components", "integrations", "devtools", "testing"],
};

// prettier-ignore
const strangers: Readonly<Record<string, RegExp>> = {
  react: /^react(-dom)?(\/|$)/,
  components: /^react(-dom)?(\/|$)/,
  devtools: /^react(-dom)?(\/|$)/,
  cli: /^node:/,
  integrations: /^(react|@tanstack\/react-query)$/,
};

/** What `./testing` gives on to consumers: all of the sandbox that needs no server. */
const sandbox = /^\.\/\.\.\/test\/sandbox\/(?!serve$)\w+$/;

/** Imports, types included, go downwards only; React begins at floor 4; the kit depends on nobody else. */
export function floors(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) =>
    importsOf(path, source)
      .filter((target) => !isAllowed(path, target))
      .map((target) => `${path} imports ${target}`),
  );
}

function isAllowed(path: string, target: string): boolean {
  const folder = folderOf(path);
  if (!target.startsWith("./")) return strangers[folder]?.test(target) === true;
  if (path === "testing.ts" && sandbox.test(target)) return true;
  const room = folderOf(target.slice(2));
  if (room !== "" && (room === folder || `${room}.ts` === path)) return true;
  return mayImport[folder]?.includes(room) === true;
}
