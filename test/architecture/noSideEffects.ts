import ts from "typescript";
import { parseSource } from "./parseSource.js";
import type { Sources } from "./Sources.js";

/** The one file that is run, not imported. */
const program = "cli/main.ts";

/** Loading a module does nothing: its top level has declarations only. */
export function noSideEffects(sources: Sources): readonly string[] {
  return Object.entries(sources)
    .filter(([path]) => path !== program)
    .flatMap(([path, source]) =>
      parseSource(path, source)
        .statements.filter((statement) => !isDeclaration(statement))
        .map((statement) => `${path} runs ${statement.getText().slice(0, 60)}`),
    );
}

function isDeclaration(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) return statement.importClause !== undefined;
  if (ts.isExpressionStatement(statement)) return ts.isStringLiteral(statement.expression);
  return ts.isDeclarationStatement(statement) || ts.isVariableStatement(statement);
}
