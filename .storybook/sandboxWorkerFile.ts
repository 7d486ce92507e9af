import { build } from "esbuild";
import type { Plugin } from "vite";

/** The sandbox as a service worker, for the built site, which has no server. */
export function sandboxWorkerFile(): Plugin {
  return {
    name: "sandbox-worker",
    apply: "build",
    async generateBundle() {
      const { outputFiles } = await build({
        entryPoints: [".storybook/sandboxWorker.ts"],
        bundle: true,
        format: "iife",
        minify: true,
        write: false,
      });
      this.emitFile({ type: "asset", fileName: "sandbox-worker.js", source: outputFiles[0]?.text ?? "" });
    },
  };
}
