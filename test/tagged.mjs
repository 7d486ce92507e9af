import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

const tests = new URL("./", import.meta.url);

/**
 * The test files, by each tag that a test or a group in them carries: `{ tags: ["T01"] }`, in Playwright's `{ tag: "@T01" }`.
 * @returns {ReadonlyMap<string, ReadonlySet<string>>}
 */
export function filesByTag() {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const path of readdirSync(tests, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:test|spec)\.tsx?$/.test(path) || path.includes("node_modules")) continue;
    const text = readFileSync(new URL(path, tests), "utf8");
    for (const tag of tagsIn(path, text)) found.set(tag, (found.get(tag) ?? new Set()).add(`test/${path}`));
  }
  return found;
}

/** @param {string} path @param {string} text @returns {readonly string[]} */
function tagsIn(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  /** @type {string[]} */
  const tags = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(?:test|it|describe)\b/.test(node.expression.getText(source))) {
      const [, options] = node.arguments;
      if (options !== undefined && ts.isObjectLiteralExpression(options)) tags.push(...tagsOf(options));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return tags;
}

/** @param {ts.ObjectLiteralExpression} options @returns {readonly string[]} */
function tagsOf(options) {
  return options.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !/^tags?$/.test(property.name.getText())) return [];
    const { initializer } = property;
    const values = ts.isArrayLiteralExpression(initializer) ? [...initializer.elements] : [initializer];
    return values.flatMap((value) => (ts.isStringLiteralLike(value) ? [value.text.replace(/^@/, "")] : []));
  });
}
