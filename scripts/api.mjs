// npm run check -- api: the public types of each entry against docs/api, where a reviewer sees what changed. `npm run update:api` writes them.
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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
/** What the kit's own data layers use of a client, and what only spells a type out: nothing that an app would name. */
const internal = new Set(
  "AccountMark AxiosNotes Belonging CallMark Carried FailedCall HeldCall IdsOf Probe Release Retries RetryBudget Rows tableCodes".split(
    " ",
  ),
);
/** The names that an app can import, from whichever entry. */
const exported = new Set(typed.flatMap(({ types }) => exportedNames(readFileSync(types, "utf8"))));
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
        extractorMessageReporting: {
          default: silent,
          "ae-forgotten-export": { logLevel: ExtractorLogLevel.Error, addToApiReportFile: false },
        },
        compilerMessageReporting: { default: silent },
        tsdocMessageReporting: { default: silent },
      },
    },
  });
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: isUpdate,
    messageCallback: (message) => {
      // a type of a signature needs one entry that exports it, which may be another one
      const [, symbol = ""] = /^The symbol "(\w+)"/.exec(message.text) ?? [];
      const isNamed = message.messageId === "ae-forgotten-export" && (exported.has(symbol) || internal.has(symbol));
      if (isNamed) message.logLevel = ExtractorLogLevel.None;
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

/** @param {string} declarations */
function exportedNames(declarations) {
  const lists = [...declarations.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.split(","),
  );
  const interfaces = [...declarations.matchAll(/export (?:declare )?(?:interface|type|function|const|class) (\w+)/g)];
  return [
    ...lists.map((name) => name.replace(/^\s*(?:type )?|\s*(?:\w+ as )/g, "").trim()),
    ...interfaces.map(([, name = ""]) => name),
  ];
}
