import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import kit from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));

/** What frameworks that are not installed here give to an app, and the variables of an app's environment. */
const frameworks = `
declare module "*.css";
declare module "next" {
  export interface Metadata { title?: string; icons?: string }
  export interface NextConfig { reactStrictMode?: boolean; rewrites?: () => Promise<object[]>; headers?: () => Promise<{ source: string; headers: { key: string; value: string }[] }[]> }
}
declare module "next/app" {
  export interface AppProps { Component: import("react").ComponentType<object>; pageProps: object }
}
declare module "next/navigation" {
  export const useRouter: () => { refresh(): void };
}
declare module "@reduxjs/toolkit/query" {
  type Given<T> = T | PromiseLike<T>;
  export interface BaseQueryApi { signal: AbortSignal; endpoint: string; type: "query" | "mutation" }
  export interface FetchArgs extends RequestInit { url: string; body?: any; params?: Record<string, any> }
  export interface FetchBaseQueryMeta { request: Request; response?: Response }
  export type FetchBaseQueryError =
    | { status: number; data: unknown }
    | { status: "FETCH_ERROR" | "TIMEOUT_ERROR"; data?: undefined; error: string }
    | { status: "PARSING_ERROR"; originalStatus: number; data: string; error: string }
    | { status: "CUSTOM_ERROR"; data?: unknown; error: string };
  export type BaseQueryFn<Args = any, Result = unknown, Failure = unknown, Options = object, Meta = object> = (
    args: Args, api: BaseQueryApi, options: Options,
  ) => Given<{ error: Failure; data?: undefined; meta?: Meta } | { error?: undefined; data?: Result; meta?: Meta }>;
  export const fetchBaseQuery: (options: { baseUrl?: string }) => BaseQueryFn<string | FetchArgs, unknown, FetchBaseQueryError, object, FetchBaseQueryMeta>;
}
declare module "@reduxjs/toolkit/query/react" {
  export { fetchBaseQuery } from "@reduxjs/toolkit/query";
  interface Build { query: <Result, Args>(options: object) => object; mutation: <Result, Args>(options: { query: (args: Args) => object; invalidatesTags?: string[] }) => object }
  export const createApi: (options: { reducerPath: string; baseQuery: import("@reduxjs/toolkit/query").BaseQueryFn; tagTypes: string[]; endpoints: (build: Build) => object }) => any;
}
declare module "react-router" {
  export const useLoaderData: <Loader extends (...args: never) => unknown>() => Awaited<ReturnType<Loader>>;
  export const createBrowserRouter: (routes: object[]) => object;
  export const RouterProvider: (props: { router: object }) => import("react").ReactNode;
  export const Link: (props: { to: string; children: string }) => import("react").ReactNode;
  export const Outlet: () => import("react").ReactNode;
}
declare module "react-redux" {
  export const Provider: (props: { store: object; children: import("react").ReactNode }) => import("react").ReactNode;
}
declare module "@umijs/max" {
  export const getRequestInstance: () => import("axios").AxiosInstance;
  export const defineConfig: <Config>(config: Config) => Config;
}
`;

/** What was parsed for one app serves the next: most of it is the kit's and the libraries'. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The compiler's errors in some files of an app that has the kit installed, with an app's strict options. */
export function compileFaults(folder: string, files: readonly string[], more: ts.CompilerOptions = {}): string[] {
  const ambient = join(folder, "frameworks.d.ts");
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    types: ["node"],
    typeRoots: [`${root}node_modules/@types`],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    paths: { ...kitSources(), "@/*": [join(folder, "*")] },
    ...more,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path === ambient || fileExists(path);
  host.readFile = (path) => (path === ambient ? frameworks : readFile(path));
  host.getSourceFile = (path, parse, ...rest) => {
    if (!/\/(?:node_modules|src)\//.test(path) || path.startsWith(folder)) return getSourceFile(path, parse, ...rest);
    const key = `${JSON.stringify(parse)} ${path}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile(path, parse, ...rest));
    return parsed.get(key);
  };
  const own = files.map((path) => join(folder, path));
  const program = ts.createProgram([ambient, ...own], options, host);
  return own.flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(
      ({ messageText }) => `${path.slice(folder.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}

/** Each entry point of the package leads to its source. */
function kitSources(): Record<string, string[]> {
  const entries = Object.entries<string | { readonly types: string }>(kit.exports).flatMap(([entry, target]) => {
    const source = typeof target === "string" ? null : /^\.\/dist\/types\/(src\/.*)\.d\.ts$/.exec(target.types);
    return source === null ? [] : [[entry.replace(".", kit.name), [`${root}${source[1] ?? ""}.ts`]]];
  });
  return Object.fromEntries(entries) as Record<string, string[]>;
}
