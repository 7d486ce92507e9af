import ts from "typescript";
import { folderOf } from "./importsOf.js";
import { parseSource } from "./parseSource.js";
import type { Sources } from "./Sources.js";

/** Only entry points re-export, and they list the names one by one. */
export function noBarrels(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const passedOn = parseSource(path, source).statements.filter(ts.isExportDeclaration).filter(isPassedOn);
    if (folderOf(path) !== "") return passedOn.map((statement) => `${path}: ${statement.getText()}`);
    return passedOn.filter(isUnlisted).map((statement) => `${path}: ${statement.getText()} lists no names`);
  });
}

function isPassedOn(statement: ts.ExportDeclaration): boolean {
  return statement.moduleSpecifier !== undefined;
}

function isUnlisted({ exportClause }: ts.ExportDeclaration): boolean {
  return exportClause === undefined || ts.isNamespaceExport(exportClause);
}
