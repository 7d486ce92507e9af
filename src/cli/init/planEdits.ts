import { posix } from "node:path";
import { callEdits, childrenEdit, importEdit, insertEdit, type Module, renderEdit } from "./codeEdits.js";
import { applied, type Edit, type Editing, noEditing } from "./Edit.js";
import { globalFetch, type Project } from "./findProject.js";
import { nextHeaders, umiRoute, umiRuntime } from "./insertedTexts.js";

type FindEdits = (project: Project) => readonly Editing[];
type Made = readonly (Edit | undefined)[];

/** What is changed in the app's own files. Each of them is left as it is where it has the change already. */
export function planEdits(project: Project): Editing {
  const layers = project.layers.flatMap((layer) => layerEdits[layer](project));
  const found = [...frameworkEdits[project.framework](project), ...layers];
  return { edits: found.flatMap(({ edits }) => edits), byHand: found.flatMap(({ byHand }) => byHand) };
}

const frameworkEdits: Readonly<Record<Project["framework"], FindEdits>> = {
  vite: (project) => [
    change(entryOf(project), "TencentErrors", "Put <TencentErrors> around your app.", (module) =>
      imported(project, module, [renderEdit(module, "TencentErrors")], "TencentErrors", "tencent/TencentErrors"),
    ),
    change(
      modulesAt(project, /^vite\.config\.\w+$/),
      "tencentCallback",
      "In vite.config.ts, add tencentCallback() of ./tencentCallback to the plugins.",
      (module) => {
        const edit = insertEdit(module, /\bplugins:\s*\[/, "tencentCallback(), ");
        return imported(project, module, [edit], "tencentCallback", "tencentCallback");
      },
    ),
  ],
  next: (project) => [
    change(
      modulesAt(project, /^(src\/)?app\/layout\.\w+$/),
      "TencentErrors",
      "In app/layout.tsx, put <TencentErrors> around the children.",
      (module) =>
        imported(project, module, [childrenEdit(module, "TencentErrors")], "TencentErrors", "tencent/TencentErrors"),
    ),
    change(
      modulesAt(project, /^next\.config\.\w+$/),
      "/tencent-callback",
      `In next.config.ts, send these headers:\n${nextHeaders}`,
      (module) => {
        const opening = /(?:nextConfig\b.*=|export default|module\.exports =) \{$/;
        return [/\bheaders\b/.test(module.text) ? undefined : insertEdit(module, opening, `\n${nextHeaders}`)];
      },
    ),
  ],
  umi: (project) => [
    change(
      modulesAt(project, /^src\/app\.tsx?$/),
      "tencent/runtime",
      'In src/app.ts: export { render, rootContainer } from "./tencent/runtime";',
      (module) => {
        const hasOwn = /\b(?:function|const|let) (?:render|rootContainer)\b/.test(module.text);
        return [hasOwn ? undefined : insertEdit(module, /(?<=\S)\s*$(?![\s\S])/, `\n${umiRuntime(module)}`)];
      },
    ),
    change(
      modulesAt(project, /^(\.umirc|config\/(config|routes))\.ts$/),
      "/tencent-callback",
      `Add a route: ${umiRoute}`,
      (module) => [insertEdit(module, /\broutes: \[$|^export default \[$/, `\n    ${umiRoute},`)],
    ),
    // without it Umi's build stops where two modules need the same helper of esbuild
    change(
      modulesAt(project, /^(\.umirc|config\/config)\.ts$/),
      "esbuildMinifyIIFE",
      "In the configuration of Umi: esbuildMinifyIIFE: true",
      (module) => [insertEdit(module, /\bdefineConfig\(\{$/, "\n  esbuildMinifyIIFE: true,")],
    ),
  ],
};

const layerEdits: Readonly<Record<Project["layers"][number], FindEdits>> = {
  query: (project) => wrapped(project, /(?<![.\w])new QueryClient(?:<[^()]*>)?\(/g, "withTencent", "tencent/query"),
  swr: () => [],
  axios: (project) => wrapped(project, /(?<![.\w])axios\.create\(/g, "withTencentAxios", "tencent/axios"),
  fetch: (project) =>
    project.modules
      .filter((module) => callsInPage(project, module) && !/tencent\/fetch|^import.*\bfetch\b/m.test(module.text))
      .map((module) => ({
        edits: [importEdit(module, "{ fetch }", pathTo(project, module, "tencent/fetch"))],
        byHand: [],
      })),
};

function modulesAt({ modules }: Project, where: RegExp): readonly Module[] {
  return modules.filter(({ path }) => where.test(path));
}

/** The module that the page of a Vite app loads. */
function entryOf({ modules }: Project): readonly Module[] {
  const page = modules.find(({ path }) => path === "index.html")?.text ?? "";
  const entry = /<script[^>]*\bsrc="\/?(.+?)"/.exec(page)?.[1];
  return modules.filter(({ path }) => path === entry);
}

/** The change of the first file that takes it; what to do by hand where none does. */
function change(modules: readonly Module[], mark: string, byHand: string, edit: (module: Module) => Made): Editing {
  if (modules.some(({ text }) => text.includes(mark))) return noEditing;
  const found = modules.map((module) => compact(edit(module))).find((edits) => edits.length > 0);
  return found === undefined ? { edits: [], byHand: [byHand] } : { edits: found, byHand: [] };
}

/** Each call that matches, put into another one. */
function wrapped(project: Project, call: RegExp, wrapper: string, place: string): readonly Editing[] {
  return project.modules
    .filter(({ text }) => !text.includes(wrapper))
    .map((module) => {
      const edits = imported(project, module, callEdits(module, call, wrapper), wrapper, place);
      return { edits: compact(edits), byHand: [] };
    });
}

/** Next.js is a server too: what its pages call is in a client component, or an address of the app's own origin. */
function callsInPage({ framework }: Project, { path, text }: Module): boolean {
  if (/(^|\/)(route|middleware|proxy|vite\.config|next\.config)\.\w+$|\.html$/.test(path)) return false;
  const isOfPage = framework !== "next" || /^\s*["']use client["']|(?<![.\w$])fetch\(\s*["'`]\//.test(text);
  return isOfPage && globalFetch.test(text);
}

/** Changes with the import that they need, which is made to the text that they leave. */
function imported(project: Project, module: Module, edits: Made, name: string, place: string): Made {
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

function compact(edits: Made): readonly Edit[] {
  return edits.filter((edit) => edit !== undefined);
}
