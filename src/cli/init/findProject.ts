import { attempt, read } from "../../base/safely.js";
import { matchLocale } from "../../i18n/matchLocale.js";
import type { CommandIo } from "../CommandIo.js";
import { languages } from "../languages.js";
import type { Module } from "./codeEdits.js";

/** What builds the app. */
export type Framework = "vite" | "next" | "next-pages" | "umi";

/** What calls the platform, and what asks again. */
export type DataLayer = "query" | "swr" | "rtk" | "axios" | "fetch";

/** What a person has told on the command line. */
export interface Answers {
  readonly appId: string | undefined;
  /** The route of the app's own server, where it has one. */
  readonly exchange: string | undefined;
  /** What the addresses of calls to the platform contain. */
  readonly platform: string | undefined;
}

/** A library that calls as well. */
export interface OtherCaller {
  readonly name: string;
  /** Its notices ask again by themselves, so that its calls need no guard. */
  readonly asksAgain: boolean;
}

/** What `init` knows of an app. */
export interface Project {
  readonly framework: Framework;
  readonly layers: readonly DataLayer[];
  /** Libraries that call as well, which are told by hand where the kit goes. */
  readonly otherCallers: readonly OtherCaller[];
  /** The folder of its sources, with a slash behind it, or nothing. */
  readonly sources: "src/" | "";
  /** The bridge that takes its design system's colours. */
  readonly bridge: string | undefined;
  readonly locale: string;
  /** Whether the kit is among its dependencies. */
  readonly hasKit: boolean;
  /** How Vite's configuration ends the name of a module that it imports: Node's own resolution asks for it whole. */
  readonly configSuffix: "" | ".ts" | ".js";
  /** Its code and its page, without tests and without what the kit has written. */
  readonly modules: readonly Module[];
  /** Those whose calls of the global `fetch` may reach the platform from a page. */
  readonly fetching: readonly Module[];
}

// prettier-ignore
const bridges: readonly (readonly [dependency: RegExp, bridge: string])[] = [
  [/^tdesign-react$/, "tdesign"], [/^antd$|^@umijs\/max$/, "antd"], [/^@mui\/material$/, "mui"], [/^@mantine\/core$/, "mantine"],
];

/** An app of shadcn/ui has its components' own configuration; Tailwind alone has none of their colours. */
async function shadcnBridge(io: CommandIo): Promise<string | undefined> {
  return io.read("components.json").then(
    () => "shadcn",
    () => undefined,
  );
}

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
  const paths = (await io.list()).filter((path) => isCode(path));
  const hasPages =
    !paths.some((path) => /^(src\/)?app\/layout\./.test(path)) && paths.some((path) => isPage.test(path));
  const next = hasPages ? "next-pages" : "next";
  const framework = has("next") ? next : has("@umijs/max") ? "umi" : has("vite") ? "vite" : undefined;
  if (framework === undefined)
    throw new TypeError("init knows apps of Vite, Next and Umi Max, and this is none of them.");
  const modules = await Promise.all(paths.map(async (path) => ({ path, text: await io.read(path) })));
  const fetching = modules.filter((module) => fetchesInPage(framework, module, answers));
  const isIn = (pattern: RegExp): boolean => modules.some(({ text }) => pattern.test(text));
  const callers: readonly DataLayer[] =
    framework === "umi"
      ? []
      : [
          ...(isIn(/(?<![.\w$])fetchBaseQuery\(/) ? ["rtk" as const] : []),
          ...(has("axios") ? ["axios" as const] : []),
          ...(fetching.length > 0 ? ["fetch" as const] : []),
        ];
  const caches: readonly DataLayer[] = has("@tanstack/react-query") ? ["query"] : has("swr") ? ["swr"] : [];
  return {
    framework,
    layers: [...caches, ...callers],
    otherCallers: names.flatMap((name) => otherCallers.find((caller) => caller.name === name) ?? []),
    sources: paths.some((path) => path.startsWith("src/")) ? "src/" : "",
    bridge:
      bridges.find(([dependency]) => names.some((name) => dependency.test(name)))?.[1] ?? (await shadcnBridge(io)),
    locale: localeOf(locale ?? /<html[^>]*\blang=["'{]*([\w-]+)/.exec(modules.map(({ text }) => text).join("\n"))?.[1]),
    hasKit: has("tencent-error-kit"),
    configSuffix: suffixIn(await io.read("tsconfig.node.json").catch(() => "")),
    modules,
    fetching,
  };
}

/** Next.js is a server too: what its pages call is in a client component, or an address of the app's own origin. */
function fetchesInPage(framework: Framework, { path, text }: Module, answers: Answers): boolean {
  if (/^(src\/)?pages\/api\/|(^|\/)(route|middleware|proxy|vite\.config|next\.config)\.\w+$|\.html$/.test(path))
    return false;
  const isOfPage = !framework.startsWith("next") || /^\s*["']use client["']|(?<![.\w$])fetch\(\s*["'`]\//.test(text);
  const calls = [...text.matchAll(/(?<![.\w$])fetch\((?:\s*["'`]([^"'`$]*)["'`]\s*[,)])?/g)];
  return isOfPage && calls.some(([, address]) => address === undefined || mayBePlatform(address, answers));
}

/** An address that stands in the code whole. The exchange is the app's own, and where the platform is known, so is all else. */
function mayBePlatform(address: string, { exchange = "/session/qq", platform }: Answers): boolean {
  return address !== exchange && (platform === undefined || address.includes(platform));
}

/** What a `tsconfig.json` asks for. It may have comments, so it is read as text. */
function suffixIn(config: string): Project["configSuffix"] {
  if (!/"module(?:Resolution)?"\s*:\s*"node(?:16|18|20|next)"/i.test(config)) return "";
  return /"allowImportingTsExtensions"\s*:\s*true/.test(config) ? ".ts" : ".js";
}

/** A page of Next's pages router. */
const isPage = /^(src\/)?pages\/(?!api\/)[^/]+\.[jt]sx?$/;

const otherCallers: readonly OtherCaller[] = [
  ...["@trpc/client", "@apollo/client", "alova"].map((name) => ({ name, asksAgain: true })),
  // prettier-ignore
  ...["ky", "ofetch", "wretch", "superagent", "urql", "@urql/core", "graphql-request", "openapi-fetch", "umi-request"].map((name) => ({ name, asksAgain: false })),
];

function isCode(path: string): boolean {
  return (
    /\.([cm]?[jt]sx?|html)$/.test(path) &&
    !/(^|\/)tencent\/|(^|\/)tencent-?callback\b|\.(test|spec|stories|d)\.\w+$|(^|\/)(__tests__|tests?|e2e|dist|build)\//i.test(
      path,
    )
  );
}

/** One of the kit's languages; those of an app that gives none are Chinese, as most apps with this sign-in are. */
function localeOf(wanted: string | undefined): string {
  return matchLocale(wanted ?? "zh-CN", Object.keys(languages), "en");
}
