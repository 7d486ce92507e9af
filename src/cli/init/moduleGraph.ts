import { posix } from "node:path";
import type { Alias } from "./aliases.js";
import type { Module } from "./codeEdits.js";

/** The modules that some of them lead to by their imports, themselves among them. Where `isEnd` holds, the way ends before the module. */
export function reachedFrom(
  roots: readonly Module[],
  modules: readonly Module[],
  aliases: readonly Alias[],
  isEnd: (module: Module) => boolean,
): ReadonlySet<Module> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const reached = new Set<Module>();
  const next = [...roots];
  for (let module = next.pop(); module !== undefined; module = next.pop()) {
    if (reached.has(module) || isEnd(module)) continue;
    reached.add(module);
    const { path } = module;
    next.push(...namesImportedBy(module).flatMap((name) => placesOf(name, path, aliases).flatMap(modulesAt(byPath))));
  }
  return reached;
}

/** `import` and `export … from` at the beginning of a line, without those of types alone. */
const statement =
  /^[ \t]*(?:import|export)\b(?!\s+type\b(?!\s*(?:,|from\b)))\s*((?:[\w$]+\s*,?\s*)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^{}]*\})?)\s*from\s*["']([^"'\n]+)["']/gm;
const sideEffect = /^[ \t]*import\s*["']([^"'\n]+)["']/gm;
/** `import()`, `require()` and Vite's glob, outside of types. */
const call = /(?<!\btypeof\s)(?<![.\w$])(?:import(?:\.meta\.glob)?|require)(?:<[^<>]*>)?\(([^)]*)\)/g;

/** What a module imports, as it writes it. What stands for any text in it is a `*`, as in a glob. */
function namesImportedBy({ text }: Module): readonly string[] {
  const stated = [...text.matchAll(statement)].filter(
    ([, names = ""]) => !/^\{(?:\s*type\s[^,}]*,?)+\s*\}\s*$/.test(names),
  );
  const called = [...text.matchAll(call)]
    .filter(({ index }) => !/^\s*(?:\/\/|\/?\*)/.test(text.slice(text.lastIndexOf("\n", index) + 1, index)))
    .flatMap(([, inside = ""]) => [...inside.matchAll(/["'`]([^"'`\n]+)["'`]/g)]);
  return [
    ...stated.map(([, , name = ""]) => name),
    ...[...text.matchAll(sideEffect), ...called].map(([, name = ""]) => name.replace(/\$\{[^}]*\}/g, "*")),
  ];
}

/** Where a name may lead to: beside the module, from the page's root as Vite reads it, or by an alias. */
function placesOf(name: string, path: string, aliases: readonly Alias[]): readonly string[] {
  const bare = name.replace(/[?#](?!\/).*$/, "");
  if (bare.startsWith(".")) return [posix.join(posix.dirname(path), bare)];
  const own = aliases.flatMap(({ from, to, isPrefix }) => {
    if (bare === from && !isPrefix) return [to];
    return isPrefix && bare.startsWith(from) ? [posix.join(to, bare.slice(from.length))] : [];
  });
  return bare.startsWith("/") ? [...own, bare.slice(1)] : own;
}

const endings = ["", ".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".cjs", ".cts"];

/** The module that a place names with or without its ending, or all that a glob does. */
function modulesAt(byPath: ReadonlyMap<string, Module>): (place: string) => readonly Module[] {
  return (place) => {
    if (place.includes("*")) {
      const glob = globOf(place);
      return [...byPath.values()].filter(({ path }) => glob.test(path));
    }
    const stem = place.replace(/\.([cm]?)jsx?$/, "");
    const all = [place, stem, `${place === "" ? "" : `${place}/`}index`].flatMap((base) =>
      endings.map((end) => base + end),
    );
    const found = all.map((path) => byPath.get(path)).find((module) => module !== undefined);
    return found === undefined ? [] : [found];
  };
}

/** A glob of Vite's, or the path of an import with a text in it. */
function globOf(place: string): RegExp {
  const signs: Readonly<Record<string, string>> = { "**/": "(?:.*/)?", "*": "[^/]*", "{": "(?:", "}": ")", ",": "|" };
  const source = place.replace(/\*\*\/|[*{},]|[.+^$()|[\]\\]/g, (sign) => signs[sign] ?? `\\${sign}`);
  return new RegExp(`^${source}(?:\\.[cm]?[jt]sx?)?$`);
}
