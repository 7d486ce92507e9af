import ts from "typescript";
import { exportsOf, parseSource } from "./parseSource.js";
import type { Sources } from "./Sources.js";

/** Each export says what it is to its caller. A default export is a name that says so where it is declared. */
export function docstrings(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) =>
    exportsOf(parseSource(path, source))
      .filter(({ declaration }) => declaration !== undefined && !ts.isExportAssignment(declaration))
      .filter(({ declaration }) => ts.getJSDocCommentsAndTags(declaration as ts.Node).length === 0)
      .map(({ name }) => `${path}: ${name} says nothing to its caller`),
  );
}
