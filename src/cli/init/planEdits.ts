import { insertEdit, lineEndOf, type Module, pageEdit, quoteOf, renderEdit } from "./codeEdits.js";
import { darkEdits, languageEdits } from "./appLooks.js";
import type { Editing } from "./Edit.js";
import type { Left, OtherCaller, Project } from "./Project.js";
import { changeOfFirst, imported, layerEdits, modulesAt } from "./layerEdits.js";
import { headersEdit, layoutEdits, proxyEdits } from "./nextEdits.js";
import { scriptsOf } from "./pageModules.js";

type FindEdits = (project: Project) => readonly Editing[];

/** What is changed in the app's own files. Each of them is left as it is where it has the change already. */
export function planEdits(project: Project): Editing {
  const layers = project.layers.flatMap((layer) => layerEdits[layer](project));
  const others = project.otherCallers.map((caller) => ({ edits: [], byHand: [byHandFor(caller)] }));
  const left = project.left
    .filter(({ isPages }) => isPages)
    .map((each) => ({ edits: [], byHand: [byHandForLeft(each)] }));
  const looks = [...darkEdits(project), ...languageEdits(project)];
  const found = [...frameworkEdits[project.framework](project), ...looks, ...layers, ...others, ...left];
  return { edits: found.flatMap(({ edits }) => edits), byHand: found.flatMap(({ byHand }) => byHand) };
}

function byHandFor({ name, asksAgain }: OtherCaller): string {
  if (asksAgain)
    return `Calls of ${name}: notices ask again by themselves. What its server hands on: https://unpkg.com/tencent-error-kit/docs/recipes/layers.md.`;
  return `Calls of ${name}: put client.guard of ./tencent/client around them (https://unpkg.com/tencent-error-kit/docs/recipes/layers.md).`;
}

function byHandForLeft({ path, why }: Left): string {
  return `${path} calls, and is left as it is (${why}). Calls of the page that reach the platform: through ./tencent/client (https://unpkg.com/tencent-error-kit/docs/recipes/layers.md).`;
}

const frameworkEdits: Readonly<Record<Project["framework"], FindEdits>> = {
  vite: (project) => [
    changeOfFirst(entryOf(project), "TencentErrors", "Put <TencentErrors> around your app.", (module) =>
      imported(project, module, [renderEdit(module, "TencentErrors")], "TencentErrors", "tencent/TencentErrors"),
    ),
    changeOfFirst(
      modulesAt(project, /^vite\.config\.\w+$/),
      "tencentCallback",
      "In vite.config.ts, add tencentCallback() of ./tencentCallback to the plugins.",
      (module) => {
        const edit = insertEdit(module, /\bplugins:\s*\[/, "tencentCallback(), ");
        return imported(project, module, [edit], "tencentCallback", `tencentCallback${project.configSuffix}`);
      },
    ),
  ],
  next: (project) => [...layoutEdits(project), ...proxyEdits(project), headersEdit(project)],
  "next-pages": (project) => [
    changeOfFirst(
      modulesAt(project, /^(src\/)?pages\/_app\.\w+$/),
      "TencentErrors",
      "In pages/_app.tsx, put <TencentErrors> around <Component>.",
      (module) =>
        imported(project, module, [pageEdit(module, "TencentErrors")], "TencentErrors", "tencent/TencentErrors"),
    ),
    ...proxyEdits(project),
    headersEdit(project),
  ],
  umi: (project) => [
    changeOfFirst(
      modulesAt(project, /^src\/app\.tsx?$/),
      "tencent/runtime",
      'In src/app.ts: export { render, rootContainer } from "./tencent/runtime";',
      (module) => {
        const hasOwn = /\b(?:function|const|let) (?:render|rootContainer)\b/.test(module.text);
        return [hasOwn ? undefined : insertEdit(module, /(?<=\S)\s*$(?![\s\S])/, `\n${umiRuntime(module)}`)];
      },
    ),
    changeOfFirst(
      modulesAt(project, /^(\.umirc|config\/(config|routes))\.ts$/),
      "/tencent-callback",
      `Add a route: ${umiRoute}`,
      (module) => [insertEdit(module, /\broutes: \[$|^export default \[$/, `\n    ${umiRoute},`)],
    ),
    // without it Umi's build stops where two modules need the same helper of esbuild
    changeOfFirst(
      modulesAt(project, /^(\.umirc|config\/config)\.ts$/),
      "esbuildMinifyIIFE",
      "In the configuration of Umi: esbuildMinifyIIFE: true",
      (module) => [insertEdit(module, /\bdefineConfig\(\{$/, "\n  esbuildMinifyIIFE: true,")],
    ),
  ],
};

/** The module that the page of a Vite app loads. */
function entryOf({ modules }: Project): readonly Module[] {
  return modules.filter(({ path }) => path === "index.html").flatMap((page) => scriptsOf(page, modules));
}

/** In the routes of Umi. */
const umiRoute = '{ path: "/tencent-callback", layout: false, component: "./TencentCallback" }';

/** At the end of Umi's `app.ts`, as its other lines are written. */
function umiRuntime({ text }: Module): string {
  const quote = quoteOf(text);
  return `export { render, rootContainer } from ${quote}./tencent/runtime${quote}${lineEndOf(text)}\n`;
}
