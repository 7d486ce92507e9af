import ts from "typescript";
import { folderOf } from "./importsOf.js";
import { exportsOf, parseSource, type Export } from "./parseSource.js";
import type { Sources } from "./Sources.js";

/** What a file of an extension folder may export beside types. */
const kinds: Readonly<Record<string, (given: Export, own: string) => boolean>> = {
  flows: ({ name, declaration }, own) => name === own && returns(declaration, /^(ReauthFlow|SupportDesk)$/),
  locales: ({ name }) => name === "default" || name === "user" || name === "later",
};

/** An extension folder has one kind of module: `locales` are languages, `flows` are flows. */
export function extensionFolders(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const isKind = kinds[folderOf(path)];
    if (isKind === undefined) return [];
    const own = path.slice(path.indexOf("/") + 1).replace(/\.ts$/, "");
    const strange = exportsOf(parseSource(path, source)).filter((given) => !given.isType && !isKind(given, own));
    const faults = strange.map(({ name }) => `${path}: ${name} is not of the folder's kind`);
    return /[/.]/.test(own) ? [...faults, `${path} is not a module right in the folder`] : faults;
  });
}

function returns(declaration: ts.Statement | undefined, type: RegExp): boolean {
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) return false;
  return type.test(declaration.type?.getText() ?? "");
}
