import { posix } from "node:path";
import type { Alias } from "./aliases.js";
import type { Module } from "./codeEdits.js";
import type { Framework } from "./Project.js";
import { reachedFrom } from "./moduleGraph.js";

/** Who loads which module. */
export interface Loaders {
  /** What runs in the browser: what the page's entries lead to by their imports. */
  readonly page: ReadonlySet<Module>;
  /** What something else loads: a server, a script, a configuration. Some of it may be the page's as well. */
  readonly others: ReadonlySet<Module>;
}

/** Tells the page's modules by the imports of what it is built from. `own` are those that no tool has made. */
export function loadersOf(
  framework: Framework,
  modules: readonly Module[],
  own: readonly Module[],
  aliases: readonly Alias[],
): Loaders {
  const isNext = framework.startsWith("next");
  const reach = (roots: readonly Module[], isEnd: (module: Module) => boolean): ReadonlySet<Module> =>
    reachedFrom(roots, modules, aliases, isEnd);
  const built = isNext ? modules.filter(isRoute) : framework === "umi" ? modules.filter(isUmis) : entriesOf(modules);
  const isEnd = isNext ? isServers : isAction;
  const app = reach(built, isEnd);
  const page = isNext
    ? reach(
        [...app].filter((module) => isClients(module) || isInBoth(module)),
        isEnd,
      )
    : app;
  // what lies beside the app's modules and is not loaded is a leftover, and no program of its own
  const folders = new Set([...app].map(({ path }) => posix.dirname(path)));
  const programs = own.filter((module) => !app.has(module) && !folders.has(posix.dirname(module.path)));
  const server = isNext ? modules.filter((module) => isServers(module) || isRendered(module)) : [];
  return { page, others: reach([...server, ...programs], isNext ? isClients : () => false) };
}

/** The modules that the pages of a Vite app load: those at its root, and those that its configuration names. */
function entriesOf(modules: readonly Module[]): readonly Module[] {
  const config = modules.find(({ path }) => /^vite\.config\.\w+$/.test(path))?.text ?? "";
  const pages = modules.filter(({ path }) => path.endsWith(".html") && (!path.includes("/") || config.includes(path)));
  return pages.flatMap((page) => scriptsOf(page, modules));
}

/** The modules that a page loads. */
export function scriptsOf({ path, text }: Module, modules: readonly Module[]): readonly Module[] {
  const scripts = [...text.matchAll(/<script[^>]*\bsrc=["'](.+?)["']/g)].map(([, src = ""]) =>
    src.startsWith("/") ? src.slice(1) : posix.join(posix.dirname(path), src),
  );
  return modules.filter((module) => scripts.includes(module.path));
}

/** Umi builds what lies in `src`, but for the routes of its own server. */
function isUmis({ path }: Module): boolean {
  return /^src\/(?!api\/)/.test(path);
}

const inApp = /^(src\/)?app\/(.*\/)?(page|layout|template|loading|error|global-error|not-found|default)\.[jt]sx?$/;
const inPages = /^(src\/)?pages\/(?!api\/).*\.[jt]sx?$/;

/** What Next.js makes pages of. */
function isRoute({ path }: Module): boolean {
  return inApp.test(path) || inPages.test(path) || /^(src\/)?instrumentation-client\.\w+$/.test(path);
}

/** A page of the pages router, or what the browser runs first. */
function isInBoth(module: Module): boolean {
  return isRoute(module) && !inApp.test(module.path);
}

/** A page that the server alone renders, or whose data it fetches. */
function isRendered(module: Module): boolean {
  if (inApp.test(module.path)) return !isClients(module);
  return (
    inPages.test(module.path) && /\bget(?:ServerSideProps|StaticProps|StaticPaths|InitialProps)\b/.test(module.text)
  );
}

/** What a server of Next.js runs, and no page. */
function isServers(module: Module): boolean {
  const isRun = /^(src\/)?((middleware|proxy|instrumentation)\.\w+$|pages\/api\/|app\/(.*\/)?route\.[jt]s$)/.test(
    module.path,
  );
  return isRun || isAction(module);
}

const directive = (name: string): RegExp => new RegExp(`^(?:\\s|//.*|/\\*[\\s\\S]*?\\*/)*["']use ${name}["']`);
const [client, server] = [directive("client"), directive("server")];

/** Where the server's part of an app ends. */
function isClients({ text }: Module): boolean {
  return client.test(text);
}

/** What a page calls and a server runs. */
function isAction({ text }: Module): boolean {
  return server.test(text);
}
