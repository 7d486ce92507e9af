import { childrenEdit, insertEdit, type Module } from "./codeEdits.js";
import type { Editing } from "./Edit.js";
import { changeOfFirst, imported, modulesAt } from "./layerEdits.js";
import type { Project } from "./Project.js";

type Modules = Pick<Project, "modules">;

const first = /^(src\/)?app\/layout\.\w+$/;

/** The layouts of the app router that begin a document: `app/layout`, or one below it for each language or part of the app. */
function rootLayouts({ modules }: Modules): readonly Module[] {
  const layouts = modules.filter(({ path }) => /^(src\/)?app\/(.*\/)?layout\.\w+$/.test(path));
  const roots = layouts.filter(({ text }) => /<html[\s>]/.test(text));
  return roots.length > 0 ? roots : layouts.filter(({ path }) => first.test(path));
}

/** Whether a page right below `app` has no document around it, so that the return page brings its own. */
export function needsOwnLayout(project: Modules): boolean {
  const roots = rootLayouts(project);
  return roots.length > 0 && !roots.some(({ path }) => first.test(path));
}

/** The provider in each document of the app router. */
export function layoutEdits(project: Project): readonly Editing[] {
  const roots = rootLayouts(project);
  const places = roots.length > 0 ? roots.map((root) => [root]) : [[]];
  return places.map((place) =>
    changeOfFirst(
      place,
      "TencentErrors",
      `In ${place[0]?.path ?? "app/layout.tsx"}, put <TencentErrors> around the children.`,
      (module) =>
        imported(project, module, [childrenEdit(module, "TencentErrors")], "TencentErrors", "tencent/TencentErrors"),
    ),
  );
}

/** It leads a request elsewhere, or lets a module decide that is not Next's own. */
const leads = /\b(?:redirect|rewrite)\(|\bfrom\s+["'](?!next\/server["'])/;

/** What stands in front of every page may lead a sign-in astray. */
export function proxyEdits(project: Project): readonly Editing[] {
  const proxies = modulesAt(project, /^(src\/)?(?:proxy|middleware)\.\w+$/);
  return proxies
    .filter(({ text }) => leads.test(text) && !text.includes("tencent-callback"))
    .map(({ path }) => ({
      edits: [],
      byHand: [
        `In ${path}, let /tencent-callback and the routes in ${project.sources}tencent/config.ts pass: where it leads them to a language or a login page, no sign-in ends.`,
      ],
    }));
}

/** The headers of the return page, in the configuration of Next.js. */
export function headersEdit(project: Project): Editing {
  const modules = modulesAt(project, /^next\.config\.\w+$/);
  return changeOfFirst(
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
