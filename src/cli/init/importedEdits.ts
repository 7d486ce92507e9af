import { posix } from "node:path";
import { importEdit, type Module } from "./codeEdits.js";
import { applied, type Edit } from "./Edit.js";
import type { Project } from "./findProject.js";

/** What finders gave: undefined where the code is not as expected. */
export type Made = readonly (Edit | undefined)[];

/** Changes with the import that they need, which is made to the text that they leave. */
export function imported(project: Project, module: Module, edits: Made, name: string, place: string): Made {
  const made = compact(edits);
  if (made.length === 0) return [];
  const text = made.reduce((current, edit) => applied(current, edit) ?? current, module.text);
  return [...made, importEdit({ ...module, text }, `{ ${name} }`, pathTo(project, module, place))];
}

/** How a module of the app imports one of the new files. */
export function pathTo({ sources }: Project, { path }: Module, place: string): string {
  const target = place.startsWith("tencent/") ? `${sources}${place}` : place;
  const way = posix.relative(posix.dirname(path), target);
  return way.startsWith(".") ? way : `./${way}`;
}

/** Those that were found. */
export function compact(edits: Made): readonly Edit[] {
  return edits.filter((edit) => edit !== undefined);
}
