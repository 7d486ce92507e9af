// Plants a mistake for each claim of docs/hardening.json and reports which test found it: `npm run mutants [-- T01 F08 | L | stryker]`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mutants } from "../test/mutants/mutants.mjs";
import { filesByTag } from "../test/tagged.mjs";

/** @typedef {{ ran: number, failed: string[] }} Run */

const root = fileURLToPath(new URL("..", import.meta.url));
const wanted = process.argv.slice(2);
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

const folder = mkdtempSync(join(tmpdir(), "mutants-"));
let survived = 0;
for (const { proves, name } of chosen) {
  const files = [...(tagged.get(proves) ?? [])];
  /** @type {Run | undefined} */
  let finder;
  // one failing test is enough: the slow ones run only where the quick ones find nothing
  for (const run of runsOf(files)) {
    const found = run(proves);
    if (found.failed.length > 0) finder = found;
    if (finder !== undefined) break;
  }
  if (finder === undefined) survived += 1;
  console.log(
    `${finder ? "killed  " : "SURVIVED"}  ${proves}  ${name.padEnd(44)}  ${finder?.failed[0] ?? files.join(" ")}`,
  );
}
rmSync(folder, { recursive: true });
const ids = Object.keys(JSON.parse(readFileSync(join(root, "docs/hardening.json"), "utf8")));
console.log(
  `${chosen.length - survived} of ${chosen.length} mutants killed; ${mutants.length} of ${ids.length} claims have one`,
);
process.exitCode = survived > 0 ? 1 : 0;

/** @param {readonly string[]} files @returns {((id: string) => Run)[]} the quick ones first */
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
function vitest(project, id, files) {
  const file = join(folder, "report.json");
  rmSync(file, { force: true });
  const filter = ["--project", project, "--tags-filter", id, "--bail", "1"];
  const output = ["--reporter", "json", "--outputFile", file];
  const said = node(
    "node_modules/vitest/vitest.mjs",
    ["run", "--config", "test/vitest.config.ts", ...filter, ...output, ...files],
    id,
  );
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
function playwright(id, files) {
  const file = join(folder, "report.json");
  rmSync(file, { force: true });
  const said = node(
    "node_modules/@playwright/test/cli.js",
    [
      "test",
      "--config",
      "test/e2e/playwright.config.ts",
      "--grep",
      `@${id}\\b`,
      "--max-failures",
      "1",
      "--reporter",
      "json",
      ...files,
    ],
    id,
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
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
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env, MUTANT: id, CI: "true" },
  });
  return `${stdout}\n${stderr}`;
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
  const ran = all.filter(({ isRun }) => isRun).length;
  if (ran === 0) console.error(`${id}: no test with its tag ran`, said.slice(-2000));
  return { ran, failed: all.filter(({ isFailed }) => isFailed).map(({ title }) => title) };
}
