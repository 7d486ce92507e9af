/// <reference types="vite/client" />
import { needsOwnLayout } from "./nextEdits.js";
import type { Answers, Framework, Project } from "./Project.js";

/** A file to write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

interface Item {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly target: string }[];
}

// the files that `registry.json` gives to shadcn's command are the ones that `init` writes
const sources = import.meta.glob<string>(["../../../registry/**/*", "../../../docs/recipes/*.{ts,css}"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const manifests = import.meta.glob<{ readonly items: readonly Item[] }>("../../../registry.json", {
  import: "default",
  eager: true,
});

/** The files of the app's wiring, each with what is known of the app. A later item's file takes the place of an earlier one's. */
export function planFiles(project: Project, answers: Answers): readonly NewFile[] {
  const layout = project.framework === "next" && needsOwnLayout(project) ? ["return-layout-next"] : [];
  const items = [project.framework, ...layout, ...itemsOf(project.framework, answers), ...project.layers];
  const files = new Map<string, string>();
  for (const { path, target } of items.flatMap(filesOf)) {
    const place = target.startsWith("~/") ? target.slice(2) : `${project.sources}${target}`;
    files.set(place, fitted(place, sources[`../../../${path}`] ?? "", project, answers));
  }
  return [...files].map(([path, text]) => ({ path, text }));
}

/** Next.js is a server too: it gets the exchange, unless the app has one. */
export function itemsOf(framework: Framework, { exchange }: Answers): readonly string[] {
  return framework.startsWith("next") && exchange === undefined ? ["exchange-next"] : [];
}

function filesOf(name: string): Item["files"] {
  const items = Object.values(manifests).flatMap((manifest) => manifest.items);
  return items.find((item) => item.name === name)?.files ?? [];
}

const clientImport = 'import { client } from "./client";\n';

function fitted(path: string, text: string, project: Project, answers: Answers): string {
  const asksAgain = project.layers.some((layer) => layer === "query" || layer === "swr");
  const isRendered = project.framework === "next";
  const isOwnServer = itemsOf(project.framework, answers).length > 0;
  const changes: readonly (readonly [file: string, isWanted: boolean, from: string, to: string])[] = [
    ["config", answers.appId !== undefined, '"100550231"', JSON.stringify(answers.appId)],
    ["config", answers.exchange !== undefined, '"/session/qq"', JSON.stringify(answers.exchange)],
    ["config", isOwnServer, "string | undefined = undefined", 'string | undefined = "/session/qq/start"'],
    ["config", answers.platform !== undefined, "string[] = []", `string[] = [${JSON.stringify(answers.platform)}]`],
    ["config", !asksAgain, "false as boolean", "true as boolean"],
    ["TencentErrors", isRendered, clientImport, `${clientImport}import { ServerRefresh } from "./ServerRefresh";\n`],
    ["TencentErrors", isRendered, "{children}", "{children} <ServerRefresh />"],
    ["TencentErrors", true, "locales/zh-CN", `locales/${project.locale}`],
    [
      "TencentErrors",
      project.bridge !== undefined,
      'import "tencent-error-kit/styles.css";\n',
      `import "tencent-error-kit/styles.css";\nimport "tencent-error-kit/bridges/${project.bridge ?? ""}.css";\n`,
    ],
    ["tencent-callback(?:/layout)?", true, 'lang="zh"', `lang="${project.locale === "zh-CN" ? "zh" : project.locale}"`],
    ["axios", asksAgain, "  // reads wait as well: no data layer asks again\n", ""],
    ["axios", asksAgain, ', { replay: "confirm" }', ""],
    ["fetch", asksAgain, "    // reads wait as well: no data layer asks again\n", ""],
    ["fetch", asksAgain, '{ replay: "confirm", ...options }', "options"],
  ];
  return changes
    .filter(
      ([file, isWanted]) =>
        isWanted && new RegExp(`(?:tencent/${file}\\.tsx?|^${file}\\.html|app/${file}\\.tsx)$`).test(path),
    )
    .reduce((fitting, [, , from, to]) => fitting.replace(from, () => to), text);
}
