import { copyFileSync } from "node:fs";
import { build } from "vite";

// its own parts of a page in place of the DOM's
for (const name of ["main.js", "parts.js"]) copyFileSync(name, `src/${name}`);
await build({
  root: "src",
  base: "./",
  logLevel: "error",
  resolve: { alias: { "react-native": "react-native-web" } },
  build: { outDir: "../out", emptyOutDir: true },
});
