import { callEdits, importEdit, insertEdit, lineEndOf, type Module } from "./codeEdits.js";
import { type Editing, applied, type Edit, noEditing } from "./Edit.js";
import type { DataLayer, Project } from "./Project.js";
import { posix } from "node:path";

/** What each data layer changes. */
export const layerEdits: Readonly<Record<DataLayer, (project: Project) => readonly Editing[]>> = {
  query: (project) => {
    const call = /(?<![.\w])new QueryClient(?:<[^()]*>)?\(/g;
    return orByHand(wrapped(project, project.page, call, "withTencent", "tencent/query"), project, "withTencent");
  },
  swr: () => [],
  rtk: (project) =>
    wrapped(project, project.page, /(?<![.\w$])fetchBaseQuery\(/g, "withTencentBaseQuery", "tencent/rtk"),
  axios: (project) => {
    const instances = wrapped(
      project,
      project.calling,
      /(?<![.\w])axios\.create\(/g,
      "withTencentAxios",
      "tencent/axios",
    );
    const all = instances.length > 0 ? instances : project.calling.flatMap((module) => ofGlobalAxios(project, module));
    return orByHand(all, project, "withTencentAxios");
  },
  fetch: (project) =>
    project.fetching
      .filter(({ text }) => !/tencent\/fetch|^import.*\bfetch\b/m.test(text))
      .map((module) => ({
        edits: [importEdit(module, "{ fetch }", pathTo(project, module, "tencent/fetch"))],
        byHand: [],
      })),
};

/** Each call that matches, put into another one. */
function wrapped(
  project: Project,
  modules: readonly Module[],
  call: RegExp,
  wrapper: string,
  place: string,
): readonly Editing[] {
  return modules
    .filter(({ text }) => !text.includes(wrapper))
    .map((module) => compact(imported(project, module, callEdits(module, call, wrapper), wrapper, place)))
    .filter((edits) => edits.length > 0)
    .map((edits) => ({ edits, byHand: [] }));
}

/** A module that calls axios itself, without an instance of its own. Attaching twice is attaching once. */
function ofGlobalAxios(project: Project, module: Module): readonly Editing[] {
  const { text } = module;
  const isCalling =
    /^import axios\b/m.test(text) && /(?<![.\w])axios(?:\.(?:get|post|put|patch|delete|request))?[(<]/.test(text);
  if (!isCalling || text.includes("withTencentAxios")) return [];
  const attach = insertEdit(module, /^import axios\b.*$/, `\n\nwithTencentAxios(axios)${lineEndOf(text)}`);
  return [{ edits: compact(imported(project, module, [attach], "withTencentAxios", "tencent/axios")), byHand: [] }];
}

/** Where nothing was found that could be changed, and nothing has the change already. */
function orByHand(found: readonly Editing[], { page }: Project, wrapper: string): readonly Editing[] {
  if (found.length > 0 || page.some(({ text }) => text.includes(wrapper))) return found;
  const what =
    wrapper === "withTencent"
      ? "withTencent(new QueryClient()) of ./tencent/query"
      : "withTencentAxios(axios.create()) of ./tencent/axios";
  return [{ edits: [], byHand: [`Where your calls are set up: ${what}`] }];
}

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
function pathTo({ sources }: Project, { path }: Module, place: string): string {
  const target = place.startsWith("tencent/") ? `${sources}${place}` : place;
  const way = posix.relative(posix.dirname(path), target);
  return way.startsWith(".") ? way : `./${way}`;
}

/** Those that were found. */
function compact(edits: Made): readonly Edit[] {
  return edits.filter((edit) => edit !== undefined);
}

/** The app's modules at some places. */
export function modulesAt({ modules }: Project, where: RegExp): readonly Module[] {
  return modules.filter(({ path }) => where.test(path));
}

/** The change of the first file that takes it; what to do by hand where none does. */
export function changeOfFirst(
  modules: readonly Module[],
  mark: string,
  byHand: string,
  edit: (module: Module) => Made,
): Editing {
  if (modules.some(({ text }) => text.includes(mark))) return noEditing;
  const found = modules.map((module) => compact(edit(module))).find((edits) => edits.length > 0);
  return found === undefined ? { edits: [], byHand: [byHand] } : { edits: found, byHand: [] };
}
