/** A sentence and where it stands, a plural form as `path(form)`. */
export type Leaf = readonly [place: string, text: string];

const pluralNames = new Set(["zero", "one", "two", "few", "many", "other"]);

/** Every sentence of a language, or of a part of it, with its path. */
export function leavesOf(node: unknown, path = ""): readonly Leaf[] {
  if (typeof node === "string") return [[path, node]];
  const isForms = isPlural(node);
  return inside(node).flatMap(([key, child]) => leavesOf(child, isForms ? `${path}(${key})` : join(path, key)));
}

/** Every key of a language as a path with its kind, plural forms as one. */
export function placesOf(node: unknown, path = ""): readonly string[] {
  if (isPlural(node)) return [`${path} plural`];
  const nodes = inside(node);
  return nodes.length === 0
    ? [`${path} ${typeof node}`]
    : nodes.flatMap(([key, child]) => placesOf(child, join(path, key)));
}

/** Whether these are the forms of one sentence. */
export function isPlural(node: unknown): node is Readonly<Record<string, unknown>> {
  const keys = inside(node).map(([key]) => key);
  return keys.includes("other") && keys.every((key) => pluralNames.has(key));
}

function inside(node: unknown): [string, unknown][] {
  return typeof node === "object" && node !== null ? Object.entries(node) : [];
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
