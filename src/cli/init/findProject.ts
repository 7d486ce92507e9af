import { attempt, read } from "../../base/safely.js";
import { matchLocale } from "../../i18n/matchLocale.js";
import type { CommandIo } from "../CommandIo.js";
import { languages } from "../languages.js";
import { aliasesOf } from "./aliases.js";
import { bridgeOf, darkOf, pageLanguage } from "./appLooks.js";
import { callingIn, otherCallers } from "./callingModules.js";
import { loadersOf } from "./pageModules.js";
import type { Answers, DataLayer, Framework, Project } from "./Project.js";

/** Reads the app in the current folder. @throws TypeError where there is none that it knows. */
export async function findProject(io: CommandIo, locale: string | undefined, answers: Answers): Promise<Project> {
  const manifest: unknown = await io.read("package.json").then(
    (text) => attempt(() => JSON.parse(text) as unknown),
    () => undefined,
  );
  if (manifest === undefined) throw new TypeError("There is no package.json here. Call init in the app's folder.");
  const names = ["dependencies", "devDependencies"].flatMap((kind) =>
    Object.keys(Object(read(manifest, kind)) as object),
  );
  const has = (name: string): boolean => names.includes(name);
  const files = await io.list();
  const paths = files.filter((path) => isCode(path));
  const hasPages =
    !paths.some((path) => /^(src\/)?app\/(.*\/)?layout\./.test(path)) && paths.some((path) => isPage.test(path));
  const next = hasPages ? "next-pages" : "next";
  const framework: Framework | undefined = has("next")
    ? next
    : has("@umijs/max")
      ? "umi"
      : has("vite") && paths.some((path) => isDocument.test(path))
        ? "vite"
        : undefined;
  if (framework === undefined)
    throw new TypeError(
      "init knows apps of Vite with an index.html, of Next and of Umi Max, and this is none of them. By hand: https://unpkg.com/tencent-error-kit/docs/recipes/apps.md",
    );
  const modules = await Promise.all(paths.map(async (path) => ({ path, text: await io.read(path) })));
  const ignored = new Set(await io.ignored(paths));
  const own = modules.filter(({ path }) => !ignored.has(path));
  const loaders = loadersOf(framework, modules, own, await aliasesOf(io, framework));
  const { calling, fetching, left } = callingIn(modules, own, loaders, answers);
  const page = own.filter((module) => loaders.page.has(module));
  const isIn = (pattern: RegExp): boolean => page.some(({ text }) => pattern.test(text));
  const isElsewhere = (pattern: RegExp): boolean =>
    own.some((each) => !loaders.page.has(each) && pattern.test(each.text));
  const callers: readonly DataLayer[] =
    framework === "umi"
      ? []
      : [
          ...(isIn(/(?<![.\w$])fetchBaseQuery\(/) ? ["rtk" as const] : []),
          ...(has("axios") && (isIn(axios) || !isElsewhere(axios)) ? ["axios" as const] : []),
          ...(fetching.length > 0 ? ["fetch" as const] : []),
        ];
  const sources = paths.some((path) => path.startsWith("src/")) ? "src/" : "";
  const sheets = files.filter(
    (path) => path.startsWith(sources) && /^(?!public\/).*\.(css|scss|sass|less)$/.test(path) && !isWritten.test(path),
  );
  const caches: readonly DataLayer[] = [
    ...(has("@tanstack/react-query") ? ["query" as const] : []),
    ...(has("swr") ? ["swr" as const] : []),
  ];
  return {
    framework,
    layers: [...caches, ...callers],
    otherCallers: names.flatMap((name) => otherCallers.find((caller) => caller.name === name) ?? []),
    sources,
    bridge: await bridgeOf(names, io),
    dark: await darkOf(sheets, io),
    locale: localeOf(locale ?? pageLanguage(modules.map(({ text }) => text).join("\n"))),
    hasKit: has("tencent-error-kit"),
    configSuffix: await suffixFor(files, io),
    modules: own,
    ...{ page, calling, fetching },
    left: framework === "umi" ? [] : left,
  };
}

/**
 * Node, and with it Vite's native loader, takes whole names alone; TypeScript takes them where it is allowed to, or does not read the
 * configuration. A `tsconfig.json` may have comments, so it is read as text.
 */
async function suffixFor(files: readonly string[], io: CommandIo): Promise<Project["configSuffix"]> {
  if (!files.some((path) => /^vite\.config\.[cm]?ts$/.test(path))) return ".ts";
  const configs = await Promise.all(
    files.filter((path) => /^tsconfig[\w.-]*\.json$/.test(path)).map((path) => io.read(path)),
  );
  const reading = configs.filter((text) => {
    const [, included] = /"include"\s*:\s*\[([^\]]*)\]/.exec(text) ?? [];
    return included === undefined ? !/"files"\s*:/.test(text) : /"(?:\.\/)?(?:vite\.config|\*|\.?")/.test(included);
  });
  if (reading.every((text) => /"allowImportingTsExtensions"\s*:\s*true/.test(text))) return ".ts";
  return reading.some((text) => /"module(?:Resolution)?"\s*:\s*"node(?:16|18|20|next)"/i.test(text)) ? ".js" : "";
}

const axios = /["']axios["']/;

/** A page that Vite builds an app from. Frameworks on Vite that render on a server, such as React Router's and TanStack's, have none. */
const isDocument = /^(?!public\/).*\.html$/;

/** A page of Next's pages router. */
const isPage = /^(src\/)?pages\/(?!api\/)[^/]+\.[jt]sx?$/;

/** What this command writes, which says nothing of the app. */
const isWritten = /(^|\/)tencent\/|(^|\/)tencent-?callback\b/i;

function isCode(path: string): boolean {
  return (
    /\.([cm]?[jt]sx?|html)$/.test(path) &&
    !isWritten.test(path) &&
    !/\.(test|spec|stories|d)\.\w+$|(^|\/)(__tests__|tests?|e2e|dist|build)\//i.test(path)
  );
}

/** One of the kit's languages; those of an app that gives none are Chinese, as most apps with this sign-in are. */
function localeOf(wanted: string | undefined): string {
  return matchLocale(wanted ?? "zh-CN", Object.keys(languages), "en");
}
