// Plants each mutant in turn, runs the tests that guard against it, and says which one found it: `npm run mutants [-- name]`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mutants } from "../test/mutants/mutants.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mutants-"));
const wanted = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const moved = mutants.filter(({ file, from }) => readFileSync(join(root, file), "utf8").split(from).length !== 2);
for (const { name, file, from } of moved) console.error(`${name}: ${file} must hold once, and no longer does: ${from}`);
if (moved.length > 0 || chosen.length === 0) process.exit(1);

const sound = ["node", "browser"].flatMap((project) => {
  const tests = [...new Set(chosen.filter((one) => one.project === project).flatMap((one) => one.tests))];
  return tests.length === 0 ? [] : [run(undefined, project, tests)];
});
if (sound.some(({ failed, ran }) => failed.length > 0 || ran === 0)) {
  console.error("The tests fail without a mutant:", sound.flatMap(({ failed }) => failed).join("; "));
  process.exit(1);
}

let survived = 0;
for (const { name, project, tests, rule } of chosen) {
  const { failed } = run(name, project, tests, rule);
  if (failed.length === 0) survived += 1;
  console.log(`${failed.length > 0 ? "killed  " : "SURVIVED"}  ${name.padEnd(32)}  ${failed[0] ?? tests.join(" ")}`);
}
rmSync(folder, { recursive: true });
console.log(`${chosen.length - survived} of ${chosen.length} mutants killed`);
process.exitCode = survived > 0 ? 1 : 0;

/**
 * A test must have failed: a run that breaks otherwise has found nothing.
 * @param {string | undefined} name @param {string} project @param {readonly string[]} tests
 * @param {string} [rule] alone must find it
 * @returns {{ ran: number, failed: string[] }}
 */
function run(name, project, tests, rule) {
  const file = join(folder, "report.json");
  rmSync(file, { force: true });
  const args = [
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project",
    project,
    "--bail",
    name === undefined ? "0" : "1",
    ...(rule === undefined ? [] : ["-t", rule]),
  ];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, ...args, "--reporter", "json", "--outputFile", file, ...tests],
    { cwd: root, encoding: "utf8", env: { ...process.env, ...(name !== undefined && { MUTANT: name }) } },
  );
  try {
    /** @type {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
    const { testResults } = JSON.parse(readFileSync(file, "utf8"));
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    if (all.length === 0) throw new Error("no test ran");
    return { ran: all.length, failed: all.filter(({ status }) => status === "failed").map((one) => one.fullName) };
  } catch (error) {
    console.error(`${name ?? "no mutant"}: the tests did not run`, stdout, stderr);
    throw error;
  }
}
