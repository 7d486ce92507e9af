import react from "@vitejs/plugin-react";
import { bundle, transform, type Targets } from "lightningcss";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { designTokens } from "./scripts/designTokens.mjs";
import { inLayer } from "./scripts/inLayer.mjs";
import { chunkFileNames, laterCopies, startGroups } from "./scripts/startGroups.mjs";
import { codeTable, publicSamples } from "./src/cli/publicData.js";

/** The oldest browsers that get the looks as designed. */
const browsers: { minify: true; targets: Targets } = {
  minify: true,
  targets: { chrome: 91 << 16, safari: (15 << 16) | (4 << 8) },
};

const isRelative = (id: string): boolean => id.startsWith(".") || id.startsWith("/") || id.startsWith("\0");

const library: UserConfig = {
  plugins: [laterCopies(), react(), stylesheets(), codes()],
  build: {
    target: "es2022",
    sourcemap: true,
    minify: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    lib: { entry: libraryEntries(), formats: ["es"] },
    rolldownOptions: {
      external: (id) => !isRelative(id),
      output: {
        entryFileNames: "[name].js",
        chunkFileNames,
        codeSplitting: { groups: startGroups },
      },
    },
  },
};

/** `./testing` apart: one file with the sandbox and Hono, which is no dependency of the kit, inside. */
const testing: UserConfig = {
  plugins: [sharedChunks()],
  build: {
    target: "es2022",
    sourcemap: true,
    minify: false,
    copyPublicDir: false,
    emptyOutDir: false,
    license: { fileName: "testing.licenses.md" },
    lib: { entry: "src/testing.ts", formats: ["es"], fileName: "testing" },
  },
};

/** The command, one file that Node runs: every language and the digests of the vendor's table are inside. */
const command: UserConfig = {
  build: {
    target: "node20",
    sourcemap: false,
    minify: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    emptyOutDir: false,
    lib: { entry: "src/cli/main.ts", formats: ["es"], fileName: "cli" },
    rolldownOptions: { external: /^node:/, output: { banner: "#!/usr/bin/env node", codeSplitting: false } },
  },
};

const modes: Readonly<Record<string, UserConfig>> = { testing, command };

// `vite build` builds the first, `vite build --mode testing` and `--mode command` add the others.
export default defineConfig(({ mode }) => modes[mode] ?? library);

/** The entries by their place in `dist`. `base/chunk` is one for `./testing`, which is built apart. */
function libraryEntries(): Record<string, string> {
  const paths = ["src", "src/flows", "src/locales"].flatMap(filesIn).filter((path) => /\.tsx?$/.test(path));
  const own = [...paths, join("src", "base", "chunk.ts")].filter((path) => path !== join("src", "testing.ts"));
  return Object.fromEntries(own.map((path) => [relative("src", path).replace(/\.tsx?$/, ""), path]));
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** `ready` waits for the chunks of the kit that the app has, so that module is the app's own, too. */
function sharedChunks(): Plugin {
  const shared = "base/chunk.js";
  return {
    name: "te-shared-chunks",
    enforce: "pre",
    resolveId: (id) => (id.endsWith(`/${shared}`) ? { id: `./${shared}`, external: true } : undefined),
  };
}

/** Emits the stylesheets beside the modules, each with the declaration that TypeScript asks of a CSS import. */
function stylesheets(): Plugin {
  return {
    name: "te-stylesheets",
    // not in Storybook, which loads this file too but builds no library
    apply: (config, { command }) => command === "build" && Boolean(config.build?.lib),
    generateBundle() {
      for (const [fileName, source] of sheets()) {
        this.emitFile({ type: "asset", fileName, source });
        this.emitFile({ type: "asset", fileName: `${fileName}.d.ts`, source: "export {};\n" });
      }
      const tokens = designTokens(readFileSync("src/styles/tokens.css", "utf8"));
      this.emitFile({ type: "asset", fileName: "tokens.json", source: JSON.stringify(tokens, null, 2) });
    },
  };
}

/** Emits the catalog and the corpus of answers as data. */
function codes(): Plugin {
  return {
    name: "te-codes",
    apply: (config, { command }) => command === "build" && Boolean(config.build?.lib),
    generateBundle() {
      const samples = publicSamples(readFileSync("test/fixtures/wireSamples.jsonl", "utf8"));
      for (const [fileName, data] of Object.entries({ "codes.json": codeTable(), "samples.json": samples }))
        this.emitFile({ type: "asset", fileName, source: `${JSON.stringify(data, null, 2)}\n` });
    },
  };
}

function sheets(): [fileName: string, source: Uint8Array][] {
  const styles = bundled("src/styles/styles.css");
  const layered = transform({
    filename: "styles.layer.css",
    code: Buffer.from(inLayer(Buffer.from(styles).toString())),
    ...browsers,
  });
  return [
    ["styles.css", styles],
    ["styles.layer.css", layered.code],
    ["tokens.css", bundled("src/styles/tokens.css")],
    ...filesIn("src/styles/bridges").map((path): [string, Uint8Array] => [`bridges/${basename(path)}`, bundled(path)]),
  ];
}

function bundled(filename: string): Uint8Array {
  const { code, warnings } = bundle({ filename, ...browsers });
  if (warnings.length > 0) throw new Error(`${filename}: ${warnings.map((warning) => warning.message).join("; ")}`);
  return code;
}
