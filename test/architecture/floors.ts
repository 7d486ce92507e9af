import { folderOf, importsOf } from "./importsOf.js";
import type { Sources } from "./Sources.js";

/** What each folder of `src` may import besides itself: folders of lower floors, and not all of those. */
// prettier-ignore
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  base: [],
  catalog: ["model", "base"],
  locales: ["base", "i18n"],
  privacy: ["model", "base"],
  i18n: ["model", "base", "catalog"],
  diagnose: ["model", "base", "catalog", "privacy"],
  oauth: ["model", "base", "diagnose"],
  support: ["model", "base", "privacy", "diagnose"],
  flows: ["model", "base", "oauth", "support"],
  client: ["model", "base", "catalog", "privacy", "diagnose", "support"],
  react: ["model", "base", "catalog", "privacy", "i18n", "diagnose", "support", "client"],
  components: ["model", "base", "i18n", "diagnose", "support", "client", "react"],
  integrations: ["model", "base", "diagnose", "client", "react"],
  devtools: ["model", "catalog", "client"],
  testing: ["model", "base", "catalog", "i18n"],
  // The command is a program, not part of the kit: nothing imports it.
  cli: ["model", "base", "catalog", "privacy", "i18n", "diagnose", "locales"],
  // The entries. `flows` and `locales` are entries of their own, a file each.
  "": ["model", "base", "catalog", "privacy", "i18n", "diagnose", "oauth", "support", "client", "react", "components", "integrations", "devtools", "testing"],
};

/** Packages that a folder may import. */
// prettier-ignore
const packages: Readonly<Record<string, RegExp>> = {
  react: /^react(-dom)?(\/|$)/,
  components: /^react(-dom)?(\/|$)/,
  devtools: /^react(-dom)?(\/|$)/,
  cli: /^node:/,
  integrations: /^(react|@tanstack\/react-query)$/,
};

/** The part of the sandbox that needs no server, which `./testing` gives to consumers. */
const sandbox = /^\.\/\.\.\/test\/sandbox\/(?!serve$)\w+$/;

/** Imports, types included, go downwards only; React begins at floor 6; the kit depends on no package. */
export function floors(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) =>
    importsOf(path, source)
      .filter((target) => !isAllowed(path, target))
      .map((target) => `${path} imports ${target}`),
  );
}

function isAllowed(path: string, target: string): boolean {
  const folder = folderOf(path);
  if (!target.startsWith("./")) return packages[folder]?.test(target) === true;
  if (path === "testing.ts" && sandbox.test(target)) return true;
  const room = folderOf(target.slice(2));
  if (room !== "" && (room === folder || `${room}.ts` === path)) return true;
  return mayImport[folder]?.includes(room) === true;
}
