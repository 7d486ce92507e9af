import MiniCssExtractPlugin from "mini-css-extract-plugin";
import { resolve } from "node:path";
import webpack from "webpack";

webpack(
  {
    mode: "production",
    entry: "./src/main.js",
    output: { path: resolve("out"), filename: "main.js", publicPath: "auto" },
    module: { rules: [{ test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }] },
    plugins: [new MiniCssExtractPlugin()],
    performance: { hints: false },
  },
  (error, stats) => {
    if (error || stats.hasErrors()) {
      console.error(error ?? stats.toString("errors-only"));
      process.exitCode = 1;
    }
  },
);
