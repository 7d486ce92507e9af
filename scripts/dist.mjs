// What the packed kit's entries are, read from package.json and dist. Used by the build and the checks.
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";

/**
 * @typedef {{ name: string, types: string, file: string }} Entry
 * @typedef {Record<string, string | { types: string, default: string }>} Exports
 */

/**
 * Every entry that leads to a module or a stylesheet, those of a wildcard one by one.
 * @returns {readonly Entry[]}
 */
export function entries() {
  /** @type {{ exports: Exports }} */
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
  return Object.entries(exports).flatMap(([name, target]) =>
    typeof target === "string" ? [] : expandWildcard({ name, types: target.types, file: target.default }),
  );
}

/**
 * @param {Entry} entry
 * @returns {readonly Entry[]}
 */
function expandWildcard(entry) {
  if (!entry.file.includes("*")) return [entry];
  const ending = entry.file.slice(entry.file.indexOf("*") + 1);
  const found = readdirSync(dirname(entry.file)).filter((name) => name.endsWith(ending));
  return found.map((name) => {
    const own = basename(name, ending);
    return {
      name: entry.name.replace("*", own),
      types: entry.types.replace("*", own),
      file: entry.file.replace("*", own),
    };
  });
}

/**
 * The files below a folder whose names end so.
 * @param {string} folder
 * @param {string} ending
 * @returns {readonly string[]}
 */
export function filesBelow(folder, ending) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

/**
 * What a built module or declaration imports, passes on or loads late.
 * @param {string} file
 * @returns {readonly string[]}
 */
export function importsIn(file) {
  const code = readFileSync(file, "utf8").replace(/^\s*(\*|\/\/|\/\*).*$/gm, "");
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g)].map(([, specifier = ""]) => specifier);
}
