import { folderOf } from "./importsOf.js";
import type { Sources } from "./Sources.js";

const maxLines = 150;
const tables = ["catalog", "locales"];

/** A file has at most 150 lines, unless it is a table. */
export function sizes(sources: Sources): readonly string[] {
  return Object.entries(sources)
    .filter(([path]) => !tables.includes(folderOf(path)))
    .map(([path, source]): [string, number] => [path, source.trimEnd().split("\n").length])
    .filter(([, lines]) => lines > maxLines)
    .map(([path, lines]) => `${path} has ${lines} lines`);
}
