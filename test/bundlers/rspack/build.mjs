import { rspack } from "@rspack/core";
import { resolve } from "node:path";

rspack(
  {
    mode: "production",
    entry: "./src/main.js",
    output: { path: resolve("out"), filename: "main.js", cssFilename: "main.css", publicPath: "auto" },
    module: { rules: [{ test: /\.css$/, type: "css/auto" }] },
    performance: { hints: false },
  },
  (error, stats) => {
    if (error || stats.hasErrors()) {
      console.error(error ?? stats.toString("errors-only"));
      process.exitCode = 1;
    }
  },
);
