// All property tests with many more inputs, kept counterexamples first: `npm run fuzz`, `FUZZ_RUNS=1000000 FUZZ_SEED=7 npm run fuzz`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const kept = join(root, "test/regressions.json");
const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
const runs = process.env["FUZZ_RUNS"] ?? "100000";
const seed = process.env["FUZZ_SEED"] ?? String(Date.now() % 2 ** 31);
const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).map((path) => `test/${path}`);
const suites = tests.filter(
  (path) =>
    !path.includes("node_modules") &&
    path.endsWith(".test.ts") &&
    readFileSync(join(root, path), "utf8").includes("fast-check"),
);

/** @typedef {{ title: string, numRuns: number, failed: boolean, seed: number, path: string }} Line */
/** @type {Pick<Line, "title" | "seed" | "path">[]} */
const regressions = JSON.parse(readFileSync(kept, "utf8"));
const again = regressions.flatMap(
  ({ title, seed, path }) =>
    run({ FUZZ_RUNS: "1", FUZZ_SEED: String(seed), FUZZ_PATH: path }, ["-t", escaped(title)]).lines,
);
console.log(`${regressions.length} kept counterexamples replayed, ${again.filter(({ failed }) => failed).length} fail`);

console.log(`seed ${seed}, ${runs} runs a property`);
const { lines, status } = run({ FUZZ_RUNS: runs, FUZZ_SEED: seed }, []);
for (const { title, numRuns, failed } of lines)
  console.log(`${failed ? "FAILED" : "ok    "} ${String(numRuns).padStart(9)}  ${title}`);
const failures = lines.filter(({ failed }) => failed);
const inputs = lines.reduce((sum, { numRuns }) => sum + numRuns, 0);
console.log(`${inputs} inputs, ${lines.length} properties, seed ${seed}, ${failures.length} failures`);
const found = failures.map(({ title, seed, path }) => ({ title, seed, path }));
if (found.length > 0) writeFileSync(kept, `${JSON.stringify([...regressions, ...found], null, 2)}\n`);
rmSync(folder, { recursive: true });
process.exitCode = status === 0 && lines.length > 0 && !again.some(({ failed }) => failed) ? 0 : 1;

/** @param {Record<string, string>} env @param {string[]} more @returns {{ status: number | null, lines: Line[] }} */
function run(env, more) {
  const report = join(folder, "report.jsonl");
  rmSync(report, { force: true });
  const args = ["run", "--config", "test/vitest.config.ts", "--project", "node", "--testTimeout", "7200000"];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, ...args, "--reporter", "dot", ...suites, ...more],
    { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, ...env, FUZZ_REPORT: report } },
  );
  if (status !== 0) console.error(stdout.slice(-8000), stderr.slice(-8000));
  const text = existsSync(report) ? readFileSync(report, "utf8") : "";
  return {
    status,
    lines: text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

/** @param {string} title */
function escaped(title) {
  // Vitest joins the names of suites and test by blanks here, by " > " in a test's own name
  return title.replaceAll(" > ", " ").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
