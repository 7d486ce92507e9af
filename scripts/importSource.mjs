import { build } from "esbuild";

/**
 * What a file of `src` exports, which Node can't import as it stands.
 * @param {string} path from the root of the project, where the program runs
 */
export async function importSource(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
}
