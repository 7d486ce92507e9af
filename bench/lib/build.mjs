import { build as esbuild } from "esbuild";
import { rolldown } from "rolldown";
import { flatCatalog } from "../data/errors.mjs";

export const EXTERNAL = /^(react|react-dom|@tanstack\/react-query|@tanstack\/query-core)(\/|$)/;

/** bench:* modules: the same messages in the form each i18n peer wants. */
async function virtual(id) {
  const [kind, locale] = id.split("/");
  if (kind === "bench:catalog") return `export default ${JSON.stringify(flatCatalog(locale))}`;
  if (kind === "bench:lingui") {
    const { compileMessage } = await import("@lingui/message-utils/compileMessage");
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(Object.entries(flatCatalog(locale)).map(([k, v]) => [k, compileMessage(v)]))))})`;
  }
}
const benchPlugin = (external, extra = {}) => ({
  name: "bench",
  setup(b) {
    b.onResolve({ filter: /^bench:/ }, (a) =>
      extra[a.path] ? { path: extra[a.path] } : { path: a.path, namespace: "bench" },
    );
    b.onLoad({ filter: /.*/, namespace: "bench" }, async (a) => ({ contents: await virtual(a.path), loader: "js" }));
    b.onResolve({ filter: /^[^./]/ }, (a) => (external?.(a.path) ? { path: a.path, external: true } : undefined));
  },
});

const common = {
  bundle: true,
  write: false,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  jsx: "automatic",
  legalComments: "none",
  logLevel: "silent",
  define: { "process.env.NODE_ENV": '"production"', "process.env": "{}", "import.meta.env": "{}" },
  loader: { ".svg": "dataurl", ".woff": "empty", ".woff2": "empty", ".ttf": "empty" },
  conditions: ["production", "browser", "import", "module"],
  mainFields: ["browser", "module", "main"],
};

/** -> { js: Buffer, css: Buffer, metafile } */
export async function bundleEsbuild(file, { external = (id) => EXTERNAL.test(id), extra, ...opts } = {}) {
  const r = await esbuild({
    ...common,
    entryPoints: [file],
    outdir: "/out",
    metafile: true,
    plugins: [benchPlugin(external, extra)],
    ...opts,
  });
  const get = (ext) =>
    Buffer.concat(r.outputFiles.filter((o) => o.path.endsWith(ext)).map((o) => Buffer.from(o.contents)));
  return { js: get(".js"), css: get(".css"), metafile: r.metafile };
}

export async function bundleRolldown(file, { external = (id) => EXTERNAL.test(id) } = {}) {
  const b = await rolldown({
    input: file,
    external: (id) => external(id),
    platform: "browser",
    logLevel: "silent",
    transform: {
      jsx: { runtime: "automatic" },
      define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
      target: "es2022",
    },
    resolve: {
      conditionNames: ["production", "browser", "import", "module"],
      mainFields: ["browser", "module", "main"],
    },
    plugins: [
      {
        name: "bench",
        resolveId: (id) => (id.startsWith("bench:") ? "\0" + id : undefined),
        load: (id) =>
          id.startsWith("\0bench:")
            ? virtual(id.slice(1))
            : id.endsWith(".css")
              ? { code: "", moduleType: "js" }
              : undefined,
      },
    ],
  });
  const { output } = await b.generate({ format: "esm", minify: true, codeSplitting: false });
  await b.close();
  return Buffer.from(
    output
      .filter((o) => o.type === "chunk")
      .map((o) => o.code)
      .join("\n"),
  );
}

/** bytes in the output by npm package, largest first: what limits a peer */
export function byPackage(metafile) {
  const sum = {};
  for (const [path, o] of Object.entries(metafile.outputs))
    if (path.endsWith(".js"))
      for (const [input, { bytesInOutput }] of Object.entries(o.inputs)) {
        const m = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input);
        const k = m ? m[1] : "(entry)";
        sum[k] = (sum[k] ?? 0) + bytesInOutput;
      }
  return Object.entries(sum).sort((a, b) => b[1] - a[1]);
}
