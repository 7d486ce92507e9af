import { build } from "esbuild";

await build({
  entryPoints: ["src/main.js"],
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  outdir: "out",
  define: { "process.env.NODE_ENV": '"production"' },
});
