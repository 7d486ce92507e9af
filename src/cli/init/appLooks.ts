import type { CommandIo } from "../CommandIo.js";
import { insertEdit } from "./codeEdits.js";
import type { Editing } from "./Edit.js";
import { changeOfFirst, modulesAt } from "./layerEdits.js";
import type { Project } from "./Project.js";

// prettier-ignore
const bridges: readonly (readonly [dependency: RegExp, bridge: string])[] = [
  [/^tdesign-react$/, "tdesign"], [/^antd$|^@umijs\/max$/, "antd"], [/^@mui\/material$/, "mui"], [/^@mantine\/core$/, "mantine"],
];

/** The bridge for an app's design system. One of shadcn/ui has its components' own configuration; Tailwind alone has none of their colours. */
export async function bridgeOf(dependencies: readonly string[], io: CommandIo): Promise<string | undefined> {
  const found = bridges.find(([dependency]) => dependencies.some((name) => dependency.test(name)))?.[1];
  if (found !== undefined) return found;
  return io.read("components.json").then(
    () => "shadcn",
    () => undefined,
  );
}

/** When the app's sheets make its page dark. */
export async function darkOf(sheets: readonly string[], io: CommandIo): Promise<Project["dark"]> {
  const text = (await Promise.all(sheets.map((path) => io.read(path)))).join("\n").replace(/\/\*[\s\S]*?\*\//g, "");
  if (/\.dark\b|\[data-[\w-]+=["']?dark|\[class~=["']?dark/.test(text)) return "switch";
  return /prefers-color-scheme:\s*dark|color-scheme:\s*(?:light\s+dark|dark\s+light)/.test(text) ? "system" : undefined;
}

/** A page that is dark where the system is has a kit that is so too. Bridges follow their design systems. */
export function darkEdits(project: Project): readonly Editing[] {
  if (project.bridge !== undefined || project.dark !== "system") return [];
  const pages = modulesAt(project, /^(index\.html|(src\/)?app\/layout\.\w+|(src\/)?pages\/_document\.\w+)$/);
  return [
    changeOfFirst(
      pages,
      "data-te-scheme",
      'On your page: <html data-te-scheme="auto">, so that the kit is dark as it is.',
      (module) => [insertEdit(module, /<[hH]tml(?=[\s>])/, ' data-te-scheme="auto"')],
    ),
  ];
}
