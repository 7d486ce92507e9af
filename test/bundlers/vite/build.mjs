import { build } from "vite";

await build({ root: "src", base: "./", logLevel: "error", build: { outDir: "../out", emptyOutDir: true } });
