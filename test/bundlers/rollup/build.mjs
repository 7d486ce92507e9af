import commonjs from "@rollup/plugin-commonjs";
import resolve from "@rollup/plugin-node-resolve";
import replace from "@rollup/plugin-replace";
import terser from "@rollup/plugin-terser";
import { rollup } from "rollup";

/** Rollup has no way with style sheets of its own. */
const css = {
  name: "css",
  transform(code, id) {
    if (!id.endsWith(".css")) return;
    this.emitFile({ type: "asset", fileName: "main.css", source: code });
    return { code: "", moduleSideEffects: true };
  },
};
const bundle = await rollup({
  input: "src/main.js",
  plugins: [
    replace({ preventAssignment: true, values: { "process.env.NODE_ENV": '"production"' } }),
    resolve({ browser: true }),
    commonjs(),
    css,
    terser(),
  ],
  onLog: (level, log) => log.code === "MODULE_LEVEL_DIRECTIVE" || console.error(log.message),
});
await bundle.write({ dir: "out", format: "es" });
