import ts from "typescript";

/** One exported name of a file. */
export interface Export {
  readonly name: string;
  readonly isType: boolean;
  /** Where it is declared in this file, if it is. */
  readonly declaration?: ts.Statement;
}

/** The syntax tree of a file. */
export function parseSource(path: string, source: string): ts.SourceFile {
  return ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
}

/** Every name that a file exports itself; `export … from` not counted. */
export function exportsOf(file: ts.SourceFile): readonly Export[] {
  return file.statements.flatMap((statement): readonly Export[] => {
    if (ts.isExportAssignment(statement)) return [{ name: "default", isType: false, declaration: statement }];
    if (ts.isExportDeclaration(statement)) return listed(statement);
    return isExported(statement) ? declared(statement) : [];
  });
}

function listed({ exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration): readonly Export[] {
  if (moduleSpecifier !== undefined || exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map((element) => ({
    name: element.name.text,
    isType: isTypeOnly || element.isTypeOnly,
  }));
}

function declared(statement: ts.Statement): readonly Export[] {
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  if (hasModifier(statement, ts.SyntaxKind.DefaultKeyword))
    return [{ name: "default", isType, declaration: statement }];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => ({
      name: name.getText(),
      isType,
      declaration: statement,
    }));
  if (isType || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [{ name: statement.name?.text ?? "", isType, declaration: statement }];
  return [];
}

function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword);
}

function hasModifier(statement: ts.Statement, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === kind) === true
  );
}
