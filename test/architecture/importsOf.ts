import { posix } from "node:path";
import ts from "typescript";

/** What a file imports, types included: paths inside `src` with their real ending, names of packages as they are. */
export function importsOf(path: string, source: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(source, true, true);
  return importedFiles.map(({ fileName }) => (fileName.startsWith(".") ? resolved(path, fileName) : fileName));
}

/** The first folder of a path below `src`; blank for the entry points. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

function resolved(path: string, specifier: string): string {
  return `./${posix.join(posix.dirname(path), specifier)}`.replace(/\.js$/, "");
}
