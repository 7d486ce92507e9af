// How each bundler builds a page's app with the kit: what it makes eager, and each file that comes later. For pageSizes.mjs.
import { build as esbuild, transform } from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rollup } from "rollup";
import { build as vite } from "vite";
import webpack from "webpack";

/** @typedef {{ eager: number, later: number, parts: Record<string, number> }} Sizes bytes, minified and gzipped; each later file by its name */
/** @typedef {{ code: string, imports: readonly string[], isEntry: boolean, fileName: string }} Chunk */

const peers = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;

/** @type {Readonly<Record<string, (page: string, kit: string) => Promise<Sizes>>>} */
export const bundlers = {
  async Vite(page) {
    // Vite's loader of chunks is in the app with or without the kit
    const loader = "export const __vitePreload = (load) => load();";
    const built = await vite({
      configFile: false,
      logLevel: "error",
      root: join(page, ".."),
      plugins: [{ name: "page", load: (id) => (id.endsWith("vite/preload-helper.js") ? loader : undefined) }],
      build: {
        write: false,
        target: "es2022",
        modulePreload: false,
        rolldownOptions: { input: page, external: peers },
      },
    });
    const chunks = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
    return sumOf(chunks.filter((chunk) => chunk.type === "chunk"));
  },

  async Rollup(page, kit) {
    const { exports } = JSON.parse(readFileSync(join(kit, "package.json"), "utf8"));
    const built = await rollup({
      input: page,
      external: peers,
      onLog: () => undefined, // "use client" is left out
      // as package.json says, which a plugin reads for apps
      treeshake: { moduleSideEffects: (id) => !id.includes("tencent-error-kit") },
      plugins: [{ name: "kit", resolveId: (id) => resolved(id, kit, exports) }],
    });
    const { output } = await built.generate({ format: "es" });
    const chunks = output.filter((chunk) => chunk.type === "chunk");
    return sumOf(
      await Promise.all(
        chunks.map(async (chunk) => {
          const { code } = await transform(chunk.code, {
            minify: true,
            target: "es2022",
            format: "esm",
            charset: "utf8",
            define: { "process.env.NODE_ENV": '"production"' },
          });
          return { ...chunk, code };
        }),
      ),
    );
  },

  async esbuild(page) {
    const { outputFiles, metafile } = await esbuild({
      entryPoints: [page],
      outdir: join(page, "..", "out"),
      absWorkingDir: join(page, ".."),
      write: false,
      metafile: true,
      external: ["react", "react-dom", "@tanstack/react-query"],
      bundle: true,
      splitting: true,
      minify: true,
      format: "esm",
      charset: "utf8",
      target: "es2022",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    });
    return sumOf(
      Object.entries(metafile.outputs).map(([fileName, { entryPoint, imports }]) => ({
        fileName,
        isEntry: entryPoint === "page.js",
        imports: imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => path),
        code: outputFiles.find(({ path }) => path.endsWith(`/${fileName}`))?.text ?? "",
      })),
    );
  },

  async webpack(page) {
    const folder = join(page, "..", "out");
    /** @type {import("webpack").Stats | undefined} */
    const stats = await new Promise((resolve, reject) => {
      webpack(
        {
          mode: "production",
          context: join(page, ".."),
          entry: { page },
          target: ["web", "es2022"],
          experiments: { outputModule: true },
          externalsType: "module",
          externals: [peers],
          output: {
            path: folder,
            module: true,
            chunkFormat: "module",
            filename: "[name].js",
            chunkFilename: "[name].js",
          },
          // the loader of chunks is in the app with or without the kit
          optimization: { runtimeChunk: "single" },
        },
        (error, found) => (error ? reject(error) : resolve(found)),
      );
    });
    if (stats === undefined || stats.hasErrors()) throw new Error(stats?.toString({ all: false, errors: true }));
    const { entrypoints = {}, assets = [] } = stats.toJson({ all: false, entrypoints: true, assets: true });
    const eager = entrypoints["page"]?.assets?.map(({ name }) => name) ?? [];
    return sumOf(
      assets
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".js") && !name.startsWith("runtime"))
        .map((fileName) => ({
          fileName,
          isEntry: eager.includes(fileName),
          imports: [],
          code: readFileSync(join(folder, fileName), "utf8"),
        })),
    );
  },
};

/**
 * What an entry imports, with all that this imports, is eager.
 * @param {readonly Chunk[]} chunks
 * @returns {Sizes}
 */
function sumOf(chunks) {
  const first = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  if (first.size === 0) throw new Error("The page was not built.");
  for (const name of first)
    for (const { fileName, imports } of chunks) if (fileName === name) imports.forEach((each) => first.add(each));
  /** @type {Sizes} */
  const sizes = { eager: 0, later: 0, parts: {} };
  for (const { fileName, code } of chunks) {
    const size = zipped(Buffer.from(code));
    sizes[first.has(fileName) ? "eager" : "later"] += size;
    if (!first.has(fileName)) sizes.parts[nameOf(fileName)] = size;
  }
  return sizes;
}

/** `look` of `assets/look-C4OAoIq4.js`. @param {string} file */
function nameOf(file) {
  return file.replace(/^.*\//, "").replace(/(-[\w-]{8})?\.js$/, "");
}

/**
 * @param {string} id
 * @param {string} kit
 * @param {Readonly<Record<string, string | { default: string }>>} exports
 */
function resolved(id, kit, exports) {
  if (!id.startsWith("tencent-error-kit")) return undefined;
  const door = id.replace("tencent-error-kit", ".");
  for (const [name, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    const [start = "", end] = name.split("*");
    if (end === undefined ? door === name : door.startsWith(start))
      return join(kit, target.default.replace("*", door.slice(start.length)));
  }
  return undefined;
}

/** @param {Uint8Array} contents */
export function zipped(contents) {
  return gzipSync(contents, { level: 9 }).length;
}
