// npm run check -- api: the public types of each entry against docs/api, where a reviewer sees what changed. `npm run update:api` writes them.
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { entries } from "./dist.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const isUpdate = process.argv.includes("--update");
const reportFolder = resolve("docs/api");
const reportTempFolder = mkdtempSync(join(tmpdir(), "api-"));
mkdirSync(reportFolder, { recursive: true });

// sheets have no types, and all languages have the same one
const typed = entries().filter(({ file, name }) => file.endsWith(".js") && !name.startsWith("./locales/"));
const changed = typed.filter((entry) => !holds(entry)).map(({ name }) => name);
rmSync(reportTempFolder, { recursive: true });

if (changed.length > 0 && !isUpdate) {
  console.error(
    `The types of ${changed.join(", ")} are not as docs/api says. Is the change wanted? Then run: npm run update:api`,
  );
  process.exitCode = 1;
} else console.log(`docs/api holds the types of ${typed.length} entries.`);

/** @param {import("./dist.mjs").Entry} entry */
function holds({ name, types }) {
  const silent = { logLevel: ExtractorLogLevel.None };
  const config = ExtractorConfig.prepare({
    configObjectFullPath: resolve("api-extractor.json"),
    packageJsonFullPath: resolve("package.json"),
    configObject: {
      projectFolder: process.cwd(),
      mainEntryPointFilePath: resolve(types),
      bundledPackages: [],
      compiler: { overrideTsconfig: compilerFor(types) },
      apiReport: {
        enabled: true,
        reportFileName: `${name.replace(/^\.\/?/, "").replaceAll("/", ".") || "index"}.api.md`,
        reportFolder,
        reportTempFolder,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: silent },
        compilerMessageReporting: { default: silent },
        tsdocMessageReporting: { default: silent },
      },
    },
  });
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: isUpdate,
    messageCallback: (message) => {
      // API Extractor's own line on changes would repeat ours
      if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
    },
  });
  return succeeded && !apiReportChanged;
}

/** @param {string} types */
function compilerFor(types) {
  return {
    compilerOptions: {
      module: "nodenext",
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      strict: true,
      jsx: "react-jsx",
    },
    files: [resolve(types)],
  };
}
