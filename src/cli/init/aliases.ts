import { posix } from "node:path";
import type { CommandIo } from "../CommandIo.js";
import type { Framework } from "./Project.js";

/** A name of the app's own for a place below its folder. */
export interface Alias {
  readonly from: string;
  readonly to: string;
  /** Whether it stands at the beginning of names. */
  readonly isPrefix: boolean;
}

const compilers = ["tsconfig.json", "tsconfig.app.json", "tsconfig.base.json", "jsconfig.json"];
const builders = ["ts", "js", "mts", "mjs"].map((ending) => `vite.config.${ending}`);

/** The aliases of TypeScript's, Vite's, Node's and Umi's configuration, which is read as text: it may have comments, or is code. */
export async function aliasesOf(io: CommandIo, framework: Framework): Promise<readonly Alias[]> {
  const readAll = async (paths: readonly string[]): Promise<readonly string[]> =>
    Promise.all(paths.map((path) => io.read(path).catch(() => "")));
  const [compiling, building, manifest] = await Promise.all([
    readAll(compilers),
    readAll(builders),
    readAll(["package.json"]),
  ]);
  const umi = framework === "umi" ? [alias("@/*", "src/*")] : [];
  return [...compiling.flatMap(ofCompiler), ...building.flatMap(ofBuilder), ...manifest.flatMap(ofManifest), ...umi];
}

function ofCompiler(config: string): readonly Alias[] {
  const base = /"baseUrl"\s*:\s*"([^"]*)"/.exec(config)?.[1];
  const paths = /"paths"\s*:\s*\{([^}]*)\}/.exec(config)?.[1] ?? "";
  return [
    ...[...paths.matchAll(/"([^"]+)"\s*:\s*\[\s*"([^"]+)"/g)].map(([, from = "", to = ""]) =>
      alias(from, posix.join(base ?? "", to)),
    ),
    ...(base === undefined ? [] : [alias("*", posix.join(base, "*"))]),
  ];
}

/** `"@": path.resolve(__dirname, "src")`, `fileURLToPath(new URL("./src", import.meta.url))`, `"/src"`, or a list with `find`. */
function ofBuilder(config: string): readonly Alias[] {
  const inside = /\balias\b[^[{]*([[{][\s\S]*)/.exec(config)?.[1] ?? "";
  const entry =
    /(?:find\s*:\s*)?["']?([@~#$\w/-]+)["']?\s*(?::|,\s*replacement\s*:)[^"'{}[\]\n]*["']((?:\.{0,2}\/)?[\w./-]+)["']/g;
  return [...inside.matchAll(entry)].flatMap(([, from = "", to = ""]) => {
    const place = to.replace(/^\//, "");
    return from.endsWith("/")
      ? [alias(`${from}*`, `${place}/*`)]
      : [alias(from, place), alias(`${from}/*`, `${place}/*`)];
  });
}

/** Node's own: `"imports": { "#*": "./src/*" }`. */
function ofManifest(manifest: string): readonly Alias[] {
  return [...manifest.matchAll(/"(#[^"]*)"\s*:\s*"(\.\/[^"]*)"/g)].map(([, from = "", to = ""]) => alias(from, to));
}

function alias(from: string, to: string): Alias {
  const isPrefix = from.endsWith("*");
  return {
    from: isPrefix ? from.slice(0, -1) : from,
    to: posix.join(".", isPrefix ? to.replace(/\*.*$/, "") : to),
    isPrefix,
  };
}
