import { folderOf } from "./importsOf.js";
import { exportsOf, parseSource } from "./parseSource.js";
import type { Sources } from "./Sources.js";

const forbidden = ["util", "utils", "helper", "helpers", "types", "common", "manager", "impl"];

/** A table in parts, which the house itself calls so. */
const exempt = ["core/carriers.ts"];

/** A file is called what it exports, letter for letter; nothing is called what could be anything. */
export function names(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const given = exportsOf(parseSource(path, source)).map(({ name }) => name);
    const vague = [...path.split("/"), ...given].filter(isVague).map((name) => `${path}: "${name}" says nothing`);
    return isCalledAfterExport(path, given) ? vague : [...vague, `${path} exports nothing of its name`];
  });
}

/** The doors are called after the door, a language after its tag. */
function isCalledAfterExport(path: string, given: readonly string[]): boolean {
  const folder = folderOf(path);
  const own = path.slice(path.lastIndexOf("/") + 1).replace(/\.tsx?$/, "");
  if (folder === "" || exempt.includes(path)) return true;
  return folder === "locales" ? given.includes("default") : given.includes(own);
}

function isVague(name: string): boolean {
  const words = name.replace(/\.tsx?$/, "").split(/(?=[A-Z])|[-_.]/);
  return words.some((word) => forbidden.includes(word.toLowerCase()));
}
