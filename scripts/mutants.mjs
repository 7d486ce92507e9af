// Plants a mistake for each claim of docs/hardening.json and reports which test found it: `npm run mutants [-- T01 F08 | L | stryker]`.
// `--limit 120`: the seconds that the tests of one mutant may take, by themselves 300; what takes longer is named and is no finding.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mutants } from "../test/mutants/mutants.mjs";
import { filesByTag } from "../test/tagged.mjs";
import { runGroup } from "./runGroup.mjs";

/** @typedef {{ failed: readonly string[], isLate: boolean }} Run */

const root = fileURLToPath(new URL("..", import.meta.url));
const options = /** @type {const} */ ({ limit: { type: "string", default: "300" } });
const { values, positionals: wanted } = parseArgs({ options, allowPositionals: true });
const limit = Number(values.limit);
if (wanted.includes("stryker")) {
  await import("./mutation.mjs");
  process.exit();
}
const chosen = mutants.filter(({ proves }) => wanted.length === 0 || wanted.some((id) => proves.startsWith(id)));
const tagged = filesByTag();

const moved = mutants.filter(({ file, from }) => readFileSync(join(root, file), "utf8").split(from).length !== 2);
for (const { proves, file, from } of moved)
  console.error(`${proves}: ${file} must hold once, and no longer does: ${from}`);
if (moved.length > 0 || chosen.length === 0) process.exit(1);

// a signal ends what was started too
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
const folder = mkdtempSync(join(tmpdir(), "mutants-"));
let killed = 0;
let late = 0;
for (const { proves, name } of chosen) {
  const files = [...(tagged.get(proves) ?? [])];
  /** @type {Run} */
  let last = { failed: [], isLate: false };
  // one failing test is enough: the slow ones run only where the quick ones find nothing
  for (const run of runsOf(files)) {
    last = await run(proves);
    if (last.failed.length > 0 || last.isLate) break;
  }
  const [found] = last.failed;
  if (found !== undefined) killed += 1;
  else if (last.isLate) late += 1;
  const end = found !== undefined ? "killed  " : last.isLate ? "TOO LATE" : "SURVIVED";
  console.log(`${end}  ${proves}  ${name.padEnd(44)}  ${found ?? files.join(" ")}`);
}
rmSync(folder, { recursive: true });
const ids = Object.keys(JSON.parse(readFileSync(join(root, "docs/hardening.json"), "utf8")));
console.log(
  `${killed} of ${chosen.length} mutants killed, ${late} not within ${limit} s; ${mutants.length} of ${ids.length} claims have one`,
);
process.exitCode = killed < chosen.length ? 1 : 0;

/** @param {readonly string[]} files @returns {((id: string) => Promise<Run>)[]} the quick ones first */
function runsOf(files) {
  const isPage = (/** @type {string} */ file) => /\.spec\.ts$/.test(file);
  const isBrowser = (/** @type {string} */ file) => file.endsWith(".tsx");
  const [pages, units] = [files.filter(isPage), files.filter((file) => !isPage(file))];
  const [browser, node] = [units.filter(isBrowser), units.filter((file) => !isBrowser(file))];
  return [
    ...(node.length > 0 ? [(/** @type {string} */ id) => vitest("node", id, node)] : []),
    ...(browser.length > 0 ? [(/** @type {string} */ id) => vitest("browser", id, browser)] : []),
    ...(pages.length > 0 ? [(/** @type {string} */ id) => playwright(id, pages)] : []),
  ];
}

/** @param {string} project @param {string} id @param {readonly string[]} files */
async function vitest(project, id, files) {
  const file = join(folder, "report.json");
  rmSync(file, { force: true });
  const filter = ["--project", project, "--tags-filter", id, "--bail", "1"];
  const output = ["--reporter", "json", "--outputFile", file];
  const { said, isLate } = await node(
    "node_modules/vitest/vitest.mjs",
    ["run", "--config", "test/vitest.config.ts", ...filter, ...output, ...files],
    id,
  );
  if (isLate) return { failed: [], isLate };
  /** @type {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = report(file, id, said);
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  return counted(
    id,
    all.map(({ status, fullName }) => ({
      isFailed: status === "failed",
      isRun: status !== "skipped",
      title: fullName,
    })),
    said,
  );
}

/** @param {string} id @param {readonly string[]} files */
async function playwright(id, files) {
  const file = join(folder, "report.json");
  rmSync(file, { force: true });
  const filter = ["--grep", `@${id}\\b`, "--max-failures", "1"];
  const { said, isLate } = await node(
    "node_modules/@playwright/test/cli.js",
    ["test", "--config", "test/e2e/playwright.config.ts", ...filter, "--reporter", "json", ...files],
    id,
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  if (isLate) return { failed: [], isLate };
  /** @typedef {{ specs?: { title: string, ok: boolean }[], suites?: Suite[] }} Suite */
  /** @param {Suite} suite @returns {{ title: string, ok: boolean }[]} */
  const specsIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsIn)];
  /** @type {Suite} */
  const found = report(file, id, said);
  return counted(
    id,
    specsIn(found).map(({ ok, title }) => ({ isFailed: !ok, isRun: true, title })),
    said,
  );
}

/** @param {string} program @param {readonly string[]} args @param {string} id @param {Readonly<Record<string, string>>} [env] */
function node(program, args, id, env) {
  return runGroup([join(root, program), ...args], { ...env, MUTANT: id, CI: "true" }, { cwd: root, limit });
}

/** @param {string} file @param {string} id @param {string} said */
function report(file, id, said) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    console.error(`${id}: the tests did not run`, said);
    throw error;
  }
}

/**
 * A mutant is found only by a failed test, not by a run that breaks otherwise.
 * @param {string} id @param {readonly { isFailed: boolean, isRun: boolean, title: string }[]} all @param {string} said
 * @returns {Run}
 */
function counted(id, all, said) {
  if (!all.some(({ isRun }) => isRun)) console.error(`${id}: no test with its tag ran`, said.slice(-2000));
  return { failed: all.filter(({ isFailed }) => isFailed).map(({ title }) => title), isLate: false };
}
