import { childrenEdit, insertEdit, lineEndOf, type Module, pageEdit, quoteOf, renderEdit } from "./codeEdits.js";
import { type Editing, noEditing } from "./Edit.js";
import type { OtherCaller, Project } from "./findProject.js";
import { compact, imported, type Made, layerEdits } from "./layerEdits.js";

type FindEdits = (project: Project) => readonly Editing[];

/** What is changed in the app's own files. Each of them is left as it is where it has the change already. */
export function planEdits(project: Project): Editing {
  const layers = project.layers.flatMap((layer) => layerEdits[layer](project));
  const others = project.otherCallers.map((caller) => ({ edits: [], byHand: [byHandFor(caller)] }));
  const found = [...frameworkEdits[project.framework](project), ...layers, ...others];
  return { edits: found.flatMap(({ edits }) => edits), byHand: found.flatMap(({ byHand }) => byHand) };
}

function byHandFor({ name, asksAgain }: OtherCaller): string {
  if (asksAgain)
    return `Calls of ${name}: notices ask again by themselves. What its server hands on: https://unpkg.com/tencent-error-kit/docs/recipes/layers.md.`;
  return `Calls of ${name}: put client.guard of ./tencent/client around them (https://unpkg.com/tencent-error-kit/docs/recipes/layers.md).`;
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
        return imported(project, module, [edit], "tencentCallback", `tencentCallback${project.configSuffix}`);
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
    headersEdit(project),
  ],
  "next-pages": (project) => [
    change(
      modulesAt(project, /^(src\/)?pages\/_app\.\w+$/),
      "TencentErrors",
      "In pages/_app.tsx, put <TencentErrors> around <Component>.",
      (module) =>
        imported(project, module, [pageEdit(module, "TencentErrors")], "TencentErrors", "tencent/TencentErrors"),
    ),
    headersEdit(project),
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

/** The headers of the return page, in the configuration of Next.js. */
function headersEdit(project: Project): Editing {
  const modules = modulesAt(project, /^next\.config\.\w+$/);
  return change(
    modules,
    "/tencent-callback",
    `In ${modules[0]?.path ?? "next.config.ts"}, send these headers:\n${nextHeaders}`,
    (module) => {
      if (/\bheaders\b/.test(module.text)) return [];
      const opening = "(?:\\b(?:nextConfig|config)\\b.*=|export default|module\\.exports =) \\{";
      return [
        insertEdit(module, new RegExp(`${opening}$`), `\n${nextHeaders}`) ??
          insertEdit(module, new RegExp(`${opening}(?=\\};?$)`), `\n${nextHeaders}\n`),
      ];
    },
  );
}

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

/** In a configuration of Next.js. */
const nextHeaders = `  headers: async () => [
    {
      source: "/tencent-callback",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "no-store" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
  ],`;

/** In the routes of Umi. */
const umiRoute = '{ path: "/tencent-callback", layout: false, component: "./TencentCallback" }';

/** At the end of Umi's `app.ts`, as its other lines are written. */
function umiRuntime({ text }: Module): string {
  const quote = quoteOf(text);
  return `export { render, rootContainer } from ${quote}./tencent/runtime${quote}${lineEndOf(text)}\n`;
}
