import { dirname } from "node:path";
import ts from "typescript";
import { folderOf } from "./importsOf.js";
import type { Sources } from "./Sources.js";

const bare = ["base", "catalog", "privacy", "i18n", "diagnose"];
const root = "/kit/src/";
/** Globals of pages, workers and servers alike that the language's own library doesn't declare. */
const everywhere =
  "URL URLSearchParams AbortController AbortSignal DOMException TextEncoder TextDecoder crypto atob btoa setTimeout clearTimeout";
/** The compiler's error codes for an unknown name. */
const unknownName = [2304, 2503, 2552, 2580, 2584, 2591];
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  noEmit: true,
};
const libraries = new Map<string, ts.SourceFile | undefined>();

/** The pure folders compile without the globals of a page or a server. */
export function platform(sources: Sources): readonly string[] {
  const files = new Map(Object.entries(sources).map(([path, source]) => [root + path, source]));
  const roots = Object.keys(sources).filter((path) => bare.includes(folderOf(path)));
  files.set(`${root}everywhere.d.ts`, declared(everywhere.split(" ")));
  const program = ts.createProgram(
    [`${root}everywhere.d.ts`, ...roots.map((path) => root + path)],
    options,
    hostOf(files),
  );
  return roots.flatMap((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(root + path))
      .map(({ code, messageText }) => ({ code, text: ts.flattenDiagnosticMessageText(messageText, " ") }))
      .filter(({ code, text }) => unknownName.includes(code) || text.includes("globalThis"))
      .map(({ text }) => `${path}: ${text}`),
  );
}

function declared(names: readonly string[]): string {
  return names.map((name) => `declare const ${name}: any; type ${name} = any;`).join("\n");
}

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getCurrentDirectory: () => root,
    fileExists: (path) => files.has(path),
    directoryExists: () => true,
    readFile: (path) => files.get(path),
    getSourceFile: (path, target) => {
      const source = files.get(path);
      return source === undefined ? library(path) : ts.createSourceFile(path, source, target);
    },
  };
}

function library(path: string): ts.SourceFile | undefined {
  const isLibrary = dirname(path) === dirname(ts.getDefaultLibFilePath(options));
  if (isLibrary && !libraries.has(path)) {
    const source = ts.sys.readFile(path);
    libraries.set(path, source === undefined ? undefined : ts.createSourceFile(path, source, ts.ScriptTarget.ES2022));
  }
  return libraries.get(path);
}
