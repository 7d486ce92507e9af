import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";

const root = new URL("../", import.meta.url);

/**
 * The titles of a file's tests, as they are written there: what a value is put into stays as `${…}` or `%s`. The texts of a
 * table that tests go through are titles as well. Empty without the file.
 */
export function titlesIn(file: string): readonly string[] {
  const url = new URL(file, root);
  if (!existsSync(url)) return [];
  const source = ts.createSourceFile(file, readFileSync(url, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const titles: string[] = [];
  const textOf = (node: ts.Node): string => node.getText(source).slice(1, -1);
  const gather = (node: ts.Node): void => {
    if (isText(node)) titles.push(textOf(node));
    ts.forEachChild(node, gather);
  };
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:test|it|describe|bench)\b/.test(node.expression.getText(source))) {
      const [first] = node.arguments;
      const isTable = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "each";
      if (isTable && first !== undefined) gather(first);
      else if (first !== undefined && isText(first)) titles.push(textOf(first));
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return titles;
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
