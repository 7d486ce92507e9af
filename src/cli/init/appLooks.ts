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
  const pages = modulesAt(project, /^(index\.html|(src\/)?app\/(.*\/)?layout\.\w+|(src\/)?pages\/_document\.\w+)$/);
  return [
    changeOfFirst(
      pages,
      "data-te-scheme",
      'On your page: <html data-te-scheme="auto">, so that the kit is dark as it is.',
      (module) => [insertEdit(module, /<[hH]tml(?=[\s>])/, ' data-te-scheme="auto"')],
    ),
  ];
}

/** `<html lang={…}>`: known when the page runs. */
const isChosen = /<html[^>]*\blang=\{(?!["'])/;

/** The language that the app's page is written in, or begins with. */
export function pageLanguage(text: string): string | undefined {
  const [, first] = isChosen.test(text) ? (/\bdefaultLocale:\s*["']([\w-]+)/.exec(text) ?? []) : [];
  return first ?? /<html[^>]*\blang=\{?["']([\w-]+)/.exec(text)?.[1];
}

/** A page whose language is known when it runs has a kit in one language. */
export function languageEdits({ modules, sources, locale }: Project): readonly Editing[] {
  if (!modules.some(({ text }) => isChosen.test(text))) return [];
  const byHand = `Your page has several languages, ${sources}tencent/TencentErrors.tsx one (${locale}): give it the page's (https://unpkg.com/tencent-error-kit/docs/recipes/apps.md).`;
  return [{ edits: [], byHand: [byHand] }];
}
